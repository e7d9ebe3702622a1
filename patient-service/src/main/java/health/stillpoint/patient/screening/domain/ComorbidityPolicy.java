package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.AnswerState.ABSENT;
import static health.stillpoint.patient.screening.domain.AnswerState.ACUTE_INFECTION;
import static health.stillpoint.patient.screening.domain.AnswerState.DIFFICULT_AIRWAY;
import static health.stillpoint.patient.screening.domain.AnswerState.RULED_OUT;
import static health.stillpoint.patient.screening.domain.AnswerState.UNKNOWN;

import health.stillpoint.patient.intake.domain.Comorbidity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of programme.md section 4 must speak of a secondary diagnosis of section 2.2 (the table is ours: two signed records
 * must not contradict each other; docs/clinical-sources.md#secondary-diagnoses).
 */
public final class ComorbidityPolicy {

    private static final Set<AnswerState> DENYING = EnumSet.of(ABSENT, RULED_OUT);
    /** Answers that name another cause of the row: it takes one answer, and they say nothing of these. */
    private static final Map<Comorbidity, Set<AnswerState>> SPEAKING_OF_ANOTHER = Map.of(
            Comorbidity.OSA, EnumSet.of(DIFFICULT_AIRWAY, ACUTE_INFECTION));
    /**
     * Causes by which a finding speaks of these where the clinician does not; of all others any does. Laboratory values tell no Child-Pugh
     * class. A low TSH is the sign of a hyperthyroidism, whose cure it outlives for months; a raised one is not.
     */
    private static final Map<Comorbidity, Set<String>> SPEAKING_CAUSES = Map.of(
            Comorbidity.OSA, Set.of(MeasuredRules.STOP_BANG, MeasuredRules.SLEEP_APNEA_DIAGNOSED),
            Comorbidity.CIRRHOSIS, Set.of(),
            Comorbidity.HYPERTHYROIDISM, Set.of(TestRules.TSH_LOW));

    private ComorbidityPolicy() { }

    /** What a screening says of a secondary diagnosis. */
    public enum Word {
        /** A row knows of it, or no row asks for it. */
        SPOKEN_OF,
        /** Every row that must speak of it says that there is nothing of the kind. */
        DENIED,
        /** A row that must speak of it is open, and none speaks. */
        OPEN
    }

    /** One of these rows must speak of it; empty = no row asks for it. */
    public static List<String> rowsOf(Comorbidity comorbidity) {
        return switch (comorbidity) {
            case PSYCHOTIC_DISORDER -> List.of("PSYCHOSIS_ACTIVE", "PSYCHOSIS_HISTORY");
            case BIPOLAR -> List.of("BIPOLAR_STABLE", "MANIA_CURRENT");
            case ALCOHOL_USE_DISORDER, SEDATIVE_USE_DISORDER -> List.of("SUD_ACTIVE", "SUD_MILD_OR_EARLY_REMISSION");
            case OPIOID_USE_DISORDER -> List.of("OUD_HISTORY");
            case KETAMINE_OR_PCP_USE_DISORDER -> List.of("KETAMINE_MISUSE");
            case DISSOCIATIVE_DISORDER -> List.of("DISSOCIATIVE_DISORDER");
            case OSA -> List.of("AIRWAY");
            case CIRRHOSIS -> List.of("HEPATIC_SEVERE", "HEPATIC_MODERATE");
            case HYPERTHYROIDISM -> List.of("THYROID");
            // PD_UNSTABLE asks for a crisis, not for the disorder; blood pressure is measured, and treated it is in range
            case BORDERLINE_PD, HYPERTENSION -> List.of();
            // no row asks for them: suicide risk, PCL-5 and the medication list are asked of everybody
            case MDD_SINGLE, MDD_RECURRENT, PTSD, OCD, INSOMNIA, CHRONIC_PAIN -> List.of();
            // what the programme treats, beside another one of the kind
            case GAD, PANIC_DISORDER, PANIC_DISORDER_WITH_AGORAPHOBIA, AGORAPHOBIA, SOCIAL_ANXIETY, SPECIFIC_PHOBIA -> List.of();
        };
    }

    /** @param result what the rules made of these answers */
    public static Word wordOf(Comorbidity comorbidity, ScreeningAnswers answers, ScreeningResult result) {
        List<RuleResult> rows = result.rules().stream().filter(rule -> rowsOf(comorbidity).contains(rule.code())).toList();
        if (rows.isEmpty() || rows.stream().anyMatch(row -> speaks(comorbidity, row, answers))) {
            return Word.SPOKEN_OF;
        }
        return rows.stream().anyMatch(row -> row.outcome() == RuleResult.Outcome.UNANSWERED) ? Word.OPEN : Word.DENIED;
    }

    private static boolean speaks(Comorbidity comorbidity, RuleResult row, ScreeningAnswers answers) {
        return row.isFound() && isTellingOf(comorbidity, row.causes()) || answers.answer(row.code())
                .filter(answer -> answer.state() != UNKNOWN && !DENYING.contains(answer.state()))
                .filter(answer -> !SPEAKING_OF_ANOTHER.getOrDefault(comorbidity, Set.of()).contains(answer.state()))
                .isPresent();
    }

    private static boolean isTellingOf(Comorbidity comorbidity, Set<String> causes) {
        return SPEAKING_CAUSES.getOrDefault(comorbidity, causes).stream().anyMatch(causes::contains);
    }
}
