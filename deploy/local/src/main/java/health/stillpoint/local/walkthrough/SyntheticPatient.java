package health.stillpoint.local.walkthrough;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Somebody who does not exist, and how the treatment goes for them.
 *
 * @param sexAtBirth as the API spells it
 * @param weightKilograms actual body weight, kg
 * @param heightCentimeters height, cm
 * @param lsasBefore LSAS-SR total before treatment, 0..144
 * @param oasisBefore OASIS total before treatment, 0..20
 * @param oasisAfter OASIS total a day after the first dose, 0..20
 */
record SyntheticPatient(
        String given,
        String family,
        LocalDate birthDate,
        String sexAtBirth,
        BigDecimal weightKilograms,
        BigDecimal heightCentimeters,
        int lsasBefore,
        int oasisBefore,
        int oasisAfter) {

    /** The one the walkthrough is about: severe social anxiety, much relieved a day after the dose. */
    static SyntheticPatient ofTheWalkthrough() {
        return new SyntheticPatient("Alex", "Rivera", LocalDate.of(1992, 5, 14), "female", new BigDecimal("71"),
                new BigDecimal("175"), 86, 14, 6);
    }

    String name() {
        return given + " " + family;
    }

    @Override
    public String toString() {
        return "SyntheticPatient[" + name() + "]";
    }
}
