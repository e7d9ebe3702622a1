package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What was heard of a person since the intake, as far as the choice of therapy depends on it. Kept by instrument and by id, so
 * neither the order in which facts arrive nor their repetition changes what it says.
 *
 * @param scores latest score of each instrument
 * @param suicideAlerts C-SSRS alerts ever raised, by alert id; settled or not, for settling one measures nothing
 * @param stabilization null until a therapist says something about it
 */
public record ModalityFacts(
        Map<String, Score> scores,
        Map<UUID, SuicideAlert> suicideAlerts,
        Stabilization stabilization) {

    public static final String SUICIDE_SCREEN = "CSSRS_SCREEN";

    /** Nothing heard. */
    public static final ModalityFacts NONE = new ModalityFacts(Map.of(), Map.of(), null);

    public ModalityFacts {
        scores = Map.copyOf(scores);
        suicideAlerts = Map.copyOf(suicideAlerts);
    }

    /**
     * One scored response.
     *
     * @param responseId null when unknown
     * @param total null when it could not be computed
     * @param improvementPercent since baseline, positive = better; null when undefined
     * @param complete no answer that the score needs is missing
     */
    public record Score(UUID responseId, BigDecimal total, BigDecimal improvementPercent, boolean complete, Instant at) { }

    /**
     * One C-SSRS alert.
     *
     * @param responseId the response it rests on; null when unknown
     */
    public record SuicideAlert(SuicideRisk risk, UUID responseId, Instant at) { }

    /** Whether the stabilization step before EMDR is done, by whom said and when. */
    public record Stabilization(boolean done, UUID by, Instant at) { }

    public ModalityFacts scored(String instrument, Score score) {
        Map<String, Score> more = new HashMap<>(scores);
        more.merge(instrument, score, ModalityFacts::later);
        return new ModalityFacts(more, suicideAlerts, stabilization);
    }

    public ModalityFacts alerted(UUID alertId, SuicideAlert alert) {
        Map<UUID, SuicideAlert> more = new HashMap<>(suicideAlerts);
        more.put(alertId, alert);
        return new ModalityFacts(scores, more, stabilization);
    }

    public ModalityFacts stabilized(Stabilization said) {
        return new ModalityFacts(scores, suicideAlerts, said);
    }

    /** What was heard of two records that are one person's. An alert of either stands until something later says less. */
    public ModalityFacts with(ModalityFacts other) {
        Map<String, Score> latest = new HashMap<>(scores);
        other.scores.forEach((instrument, score) -> latest.merge(instrument, score, ModalityFacts::later));
        Map<UUID, SuicideAlert> alerts = new HashMap<>(suicideAlerts);
        alerts.putAll(other.suicideAlerts);
        return new ModalityFacts(latest, alerts, later(stabilization, other.stabilization));
    }

    private static Score later(Score known, Score heard) {
        return heard.at().isAfter(known.at()) ? heard : known;
    }

    private static Stabilization later(Stabilization known, Stabilization said) {
        return known == null || (said != null && said.at().isAfter(known.at())) ? said : known;
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
     * The risk as last told: by screening or by the screener, whichever is later, and never below an alert until a screening or a
     * complete screener after it says less.
     *
     * @param screened C-SSRS of the latest screening; null = none
     * @return null when unknown
     */
    public SuicideRisk suicideRisk(SuicideRisk screened, Instant screenedAt) {
        Score heard = scores.get(SUICIDE_SCREEN);
        boolean screenerIsLater = heard != null && (screenedAt == null || heard.at().isAfter(screenedAt));
        SuicideRisk told = screenerIsLater ? risk(heard) : screened;
        SuicideRisk alerted = suicideAlerts.values().stream()
                .filter(alert -> !(screened != null && screenedAt.isAfter(alert.at())))
                .filter(alert -> !isAnsweredBy(heard, alert))
                .map(SuicideAlert::risk)
                .max(SuicideRisk::compareTo)
                .orElse(null);
        if (alerted == null || (told != null && told.compareTo(alerted) >= 0)) {
            return told;
        }
        return alerted;
    }

    /** A clock may run ahead: the response an alert rests on never speaks against it, whenever it says it was answered. */
    private static boolean isAnsweredBy(Score screener, SuicideAlert alert) {
        return screener != null && screener.complete() && screener.total() != null && screener.at().isAfter(alert.at())
                && !Objects.equals(screener.responseId(), alert.responseId());
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
