package health.stillpoint.kit.operation;

import java.text.Normalizer;

/** Brings texts from outside into the form the audit trail keeps: NFC, without control characters, not endless. */
final class Texts {

    private static final int LONGEST = 512;

    private Texts() {
    }

    static String plain(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (text.length() <= LONGEST && isVisibleAscii(text)) {
            return text;
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normal.chars().noneMatch(Character::isISOControl) && normal.length() <= LONGEST) {
            return normal;
        }
        StringBuilder harmless = new StringBuilder(normal.length());
        normal.codePoints().filter(c -> !Character.isISOControl(c)).limit(LONGEST).forEach(harmless::appendCodePoint);
        return harmless.toString();
    }

    /** As nearly all are; the check costs next to nothing. */
    private static boolean isVisibleAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }
}
