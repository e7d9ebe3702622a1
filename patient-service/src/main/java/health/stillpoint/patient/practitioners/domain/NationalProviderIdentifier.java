package health.stillpoint.patient.practitioners.domain;

import health.stillpoint.patient.patients.domain.Identifier;

/**
 * The number every health care provider of the United States has: ten digits, the last one a check digit.
 *
 * <p>45 CFR 162.406(a) asks for ten digits with a check digit in the tenth place. CMS, "Requirements for National Provider
 * Identifier (NPI) and NPI Check Digit": Luhn over the number with {@code 80840} before it, which adds 24 to the sum; the first
 * digit is 1 or 2 (docs/clinical-sources.md#practitioners).
 */
public record NationalProviderIdentifier(String value) {

    /** The system of the number in FHIR. */
    public static final String SYSTEM = "http://hl7.org/fhir/sid/us-npi";

    private static final int PREFIX_SUM = 24;
    private static final int LENGTH = 10;

    public NationalProviderIdentifier {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a National Provider Identifier");
        }
    }

    /** Ten digits whose last one checks the others. */
    public static boolean isWellFormed(String value) {
        return value != null && value.matches("[12][0-9]{" + (LENGTH - 1) + "}") && luhnSum(value) % 10 == 0;
    }

    /** Every second digit from the right counts double, and its digits are added. */
    private static int luhnSum(String digits) {
        int sum = PREFIX_SUM;
        for (int i = 0; i < LENGTH; i++) {
            int digit = digits.charAt(LENGTH - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum;
    }

    /** Whether this is a number of that system. */
    public static boolean isSystemOf(Identifier identifier) {
        return SYSTEM.equals(identifier.system());
    }
}
