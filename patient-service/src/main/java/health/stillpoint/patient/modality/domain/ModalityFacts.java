package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was heard of a person since the intake, as far as the choice of therapy depends on it. Kept by instrument and by id, so
 * neither the order in which facts arrive nor their repetition changes what it says.
 *
 * @param scores latest score of each instrument
 * @param suicideAlerts risk each raised C-SSRS alert tells of, by alert id
 * @param alertsResolved ids of alerts that are settled
 * @param stabilization null until a therapist says something about it
 */
public record ModalityFacts(
        Map<String, Score> scores,
        Map<UUID, SuicideRisk> suicideAlerts,
        Set<UUID> alertsResolved,
        Stabilization stabilization) {

    public static final String SUICIDE_SCREEN = "CSSRS_SCREEN";

    /** Nothing heard. */
    public static final ModalityFacts NONE = new ModalityFacts(Map.of(), Map.of(), Set.of(), null);

    public ModalityFacts {
        scores = Map.copyOf(scores);
        suicideAlerts = Map.copyOf(suicideAlerts);
        alertsResolved = Set.copyOf(alertsResolved);
    }

    /**
     * One scored response.
     *
     * @param total null when it could not be computed
     * @param improvementPercent since baseline, positive = better; null when undefined
     * @param complete no answer that the score needs is missing
     */
    public record Score(BigDecimal total, BigDecimal improvementPercent, boolean complete, Instant at) { }

    /** Whether the stabilization step before EMDR is done, by whom said and when. */
    public record Stabilization(boolean done, UUID by, Instant at) { }

    public ModalityFacts scored(String instrument, Score score) {
        Map<String, Score> more = new HashMap<>(scores);
        more.merge(instrument, score, (known, heard) -> heard.at().isAfter(known.at()) ? heard : known);
        return new ModalityFacts(more, suicideAlerts, alertsResolved, stabilization);
    }

    public ModalityFacts alerted(UUID alertId, SuicideRisk risk) {
        Map<UUID, SuicideRisk> more = new HashMap<>(suicideAlerts);
        more.put(alertId, risk);
        return new ModalityFacts(scores, more, alertsResolved, stabilization);
    }

    public ModalityFacts resolved(UUID alertId) {
        Set<UUID> more = new HashSet<>(alertsResolved);
        more.add(alertId);
        return new ModalityFacts(scores, suicideAlerts, more, stabilization);
    }

    public ModalityFacts stabilized(Stabilization said) {
        return new ModalityFacts(scores, suicideAlerts, alertsResolved, said);
    }

    public boolean hasBeenStabilized() {
        return stabilization != null && stabilization.done();
    }

    /** The total heard, unless the intake has a later one; null when there is neither. */
    public Integer latestTotal(String instrument, Integer ofIntake, Instant intakeSignedAt) {
        Score heard = scores.get(instrument);
        boolean counts = heard != null && heard.total() != null
                && (ofIntake == null || heard.at().isAfter(intakeSignedAt));
        return counts ? Integer.valueOf(heard.total().intValue()) : ofIntake;
    }

    /** Improvement on an instrument since baseline. */
    public Optional<BigDecimal> improvement(String instrument) {
        return Optional.ofNullable(instrument).map(scores::get).map(Score::improvementPercent);
    }

    /**
     * The risk as last told: by screening or by the screener, whichever is later, and never below an alert that stands.
     *
     * @param screened C-SSRS of the latest screening; null = none
     * @return null when unknown
     */
    public SuicideRisk suicideRisk(SuicideRisk screened, Instant screenedAt) {
        Score heard = scores.get(SUICIDE_SCREEN);
        boolean screenerIsLater = heard != null && (screenedAt == null || heard.at().isAfter(screenedAt));
        SuicideRisk told = screenerIsLater ? risk(heard) : screened;
        SuicideRisk alerted = suicideAlerts.entrySet().stream()
                .filter(alert -> !alertsResolved.contains(alert.getKey()))
                .map(Map.Entry::getValue)
                .max(SuicideRisk::compareTo)
                .orElse(null);
        if (alerted == null || (told != null && told.compareTo(alerted) >= 0)) {
            return told;
        }
        return alerted;
    }

    /** By the level of ideation 0..5 (instruments.yaml CSSRS_SCREEN); behavior is told by an alert. Incomplete never reassures. */
    private static SuicideRisk risk(Score screener) {
        if (screener.total() == null) {
            return null;
        }
        int ideation = screener.total().intValue();
        if (ideation >= 3) {
            return ideation >= 4 ? SuicideRisk.HIGH : SuicideRisk.MODERATE;
        }
        if (!screener.complete()) {
            return null;
        }
        return ideation >= 1 ? SuicideRisk.LOW : SuicideRisk.NONE;
    }

    /** Never what was heard: records end up in logs. */
    @Override
    public String toString() {
        return "ModalityFacts[withheld]";
    }
}
