package health.stillpoint.patient.treatment.domain;

import health.stillpoint.patient.drugs.domain.ReviewedDrugs;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Kinds of earlier treatment, what each counts toward, and the least daily dose in milligrams that makes a trial adequate.
 *
 * <p>programme.md section 2.5; doses tagged R there (docs/clinical-sources.md#adequate-doses).
 */
public enum TreatmentClass {
    SSRI(Counts.MEDICATION, Map.of("sertraline", 50, "escitalopram", 10, "paroxetine", 20, "fluoxetine", 20,
            "fluvoxamine", 100, "citalopram", 20)),
    SNRI(Counts.MEDICATION, Map.of("venlafaxine", 75, "duloxetine", 60, "desvenlafaxine", 50)),
    PREGABALIN(Counts.MEDICATION, Map.of("pregabalin", 150)),
    /** Counts in generalized anxiety disorder only. */
    BUSPIRONE(Counts.MEDICATION, Map.of("buspirone", 30)),
    TCA(Counts.MEDICATION, Map.of("imipramine", 150, "clomipramine", 100)),
    MAOI(Counts.MEDICATION, Map.of("phenelzine", 45)),
    ATYPICAL_AP_AUGMENTATION(Counts.AUGMENTATION, Map.of("quetiapine", 50)),
    BENZODIAZEPINE(Counts.NOTHING, Map.of()),
    BETA_BLOCKER(Counts.NOTHING, Map.of()),
    HYDROXYZINE(Counts.NOTHING, Map.of()),
    OTHER(Counts.NOTHING, Map.of()),
    CBT(Counts.PSYCHOTHERAPY, Map.of()),
    EXPOSURE(Counts.PSYCHOTHERAPY, Map.of()),
    EMDR(Counts.NOTHING, Map.of()),
    ART(Counts.NOTHING, Map.of()),
    IFS(Counts.NOTHING, Map.of()),
    ACT(Counts.NOTHING, Map.of()),
    PSYCHODYNAMIC(Counts.NOTHING, Map.of()),
    TMS(Counts.NOTHING, Map.of()),
    ECT(Counts.NOTHING, Map.of()),
    ESKETAMINE(Counts.NOTHING, Map.of()),
    KETAMINE(Counts.NOTHING, Map.of());

    /** What a failed trial of the class counts toward. */
    public enum Counts { MEDICATION, AUGMENTATION, PSYCHOTHERAPY, NOTHING }

    private final Counts counts;
    private final Map<String, Integer> leastDailyMilligrams;

    TreatmentClass(Counts counts, Map<String, Integer> leastDailyMilligrams) {
        this.counts = counts;
        this.leastDailyMilligrams = leastDailyMilligrams;
    }

    public Counts counts() {
        return counts;
    }

    /** Least adequate daily dose in mg of a named agent, by ingredient or brand; empty when no dose is on record for it. */
    public Optional<BigDecimal> leastDailyMilligrams(String agent) {
        return ReviewedDrugs.shipped().ingredientOf(agent).map(leastDailyMilligrams::get).map(BigDecimal::valueOf);
    }

    /** Whether the drug of this name is on record for another class alone; {@code OTHER} says nothing that could be wrong. */
    public boolean isContradictedBy(String agent) {
        return this != OTHER && leastDailyMilligrams(agent).isEmpty()
                && Arrays.stream(values()).anyMatch(other -> other.leastDailyMilligrams(agent).isPresent());
    }

    /** Taken as a drug, whatever its name; what is in no other class may be anything. */
    public boolean isMedication() {
        return switch (this) {
            case SSRI, SNRI, PREGABALIN, BUSPIRONE, TCA, MAOI, ATYPICAL_AP_AUGMENTATION, BENZODIAZEPINE, BETA_BLOCKER, HYDROXYZINE,
                    ESKETAMINE, KETAMINE -> true;
            case CBT, EXPOSURE, EMDR, ART, IFS, ACT, PSYCHODYNAMIC, TMS, ECT, OTHER -> false;
        };
    }

    /** Ketamine in any form. */
    public boolean isKetamine() {
        return this == KETAMINE || this == ESKETAMINE;
    }
}
