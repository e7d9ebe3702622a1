package health.stillpoint.session.dose.domain;

import java.util.Arrays;
import java.util.List;

/** Asks every condition of a dose, so that the caller learns every unmet one at once. */
public final class DoseGuard {

    private DoseGuard() {
    }

    public static List<DoseRefusalReason> unmet(DoseFacts facts) {
        return Arrays.stream(DoseRefusalReason.values()).filter(reason -> reason.applies(facts)).toList();
    }
}
