package health.stillpoint.patient.patients.domain;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The number a clinic reads aloud and writes on a chart: ten characters of Crockford's base 32 and one check character,
 * so that a single wrong or swapped character is noticed. It is random: nothing about the person can be read from it,
 * and it cannot be computed from the patient id that events carry.
 */
public record MedicalRecordNumber(String value) {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String CHECK_DIGITS = DIGITS + "*~$=U";
    private static final int LENGTH = 10;

    public MedicalRecordNumber {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a medical record number");
        }
    }

    /**
     * A new number of letters and figures alone: one whose check character is a sign, hard to say on the telephone and with a
     * meaning in addresses, is thrown away. Nearly 50 random bits: two equal ones among a million patients are about 1 in 1,900 likely.
     */
    public static MedicalRecordNumber next(RandomGenerator random) {
        StringBuilder digits = new StringBuilder(LENGTH + 1);
        do {
            digits.setLength(0);
            for (int i = 0; i < LENGTH; i++) {
                digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
            }
        } while (DIGITS.indexOf(checkCharacter(digits)) < 0);
        return new MedicalRecordNumber(digits.append(checkCharacter(digits)).toString());
    }

    /** Whether the characters are allowed and the last one checks the others. */
    public static boolean isWellFormed(String value) {
        return value != null
                && value.length() == LENGTH + 1
                && value.chars().limit(LENGTH).allMatch(c -> DIGITS.indexOf(c) >= 0)
                && value.charAt(LENGTH) == checkCharacter(value.subSequence(0, LENGTH));
    }

    /** A number as somebody typed it, the way numbers are written: capitals, without blanks and hyphens, figures for the letters left out. */
    public static String asWritten(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
    }

    private static char checkCharacter(CharSequence digits) {
        int remainder = 0;
        for (int i = 0; i < digits.length(); i++) {
            remainder = (remainder * DIGITS.length() + DIGITS.indexOf(digits.charAt(i))) % CHECK_DIGITS.length();
        }
        return CHECK_DIGITS.charAt(remainder);
    }

    public Identifier asIdentifier() {
        return new Identifier(Identifier.MEDICAL_RECORD_NUMBER, value);
    }

    @Override
    public String toString() {
        return "MedicalRecordNumber[withheld]";
    }
}
