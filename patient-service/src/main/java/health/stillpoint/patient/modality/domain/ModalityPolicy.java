package health.stillpoint.patient.modality.domain;

import static health.stillpoint.patient.intake.domain.IntakeContent.PartRole.AVOIDER;
import static health.stillpoint.patient.intake.domain.IntakeContent.PartRole.CONTROLLER;
import static health.stillpoint.patient.intake.domain.IntakeContent.PartRole.SCANNER;
import static health.stillpoint.patient.intake.domain.IntakeContent.PartRole.WORRIER;

import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.IntakeContent.AdaptiveAnxiety;
import health.stillpoint.patient.intake.domain.IntakeContent.Avoidance;
import health.stillpoint.patient.intake.domain.IntakeContent.PartRole;
import health.stillpoint.patient.intake.domain.IntakeContent.TraumaLevel;
import health.stillpoint.patient.intake.domain.IntakeContent.Trigger;
import health.stillpoint.patient.intake.domain.IntakeContent.TriggerCategory;
import health.stillpoint.patient.modality.domain.Suggestion.Block;
import health.stillpoint.patient.modality.domain.Suggestion.Caution;
import health.stillpoint.patient.modality.domain.Suggestion.Reason;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which integration therapies to work with (programme.md section 7). Every row is asked, and every block, so that each reason
 * for and against is known at once. It recommends; a therapist confirms or changes.
 */
public final class ModalityPolicy {

    private static final Set<Diagnosis> AVOIDANT = EnumSet.of(Diagnosis.PANIC_DISORDER,
            Diagnosis.PANIC_DISORDER_WITH_AGORAPHOBIA, Diagnosis.AGORAPHOBIA, Diagnosis.SPECIFIC_PHOBIA, Diagnosis.SOCIAL_ANXIETY);
    private static final Set<Comorbidity> PANIC =
            EnumSet.of(Comorbidity.PANIC_DISORDER, Comorbidity.PANIC_DISORDER_WITH_AGORAPHOBIA);
    private static final Set<PartRole> PROTECTING = EnumSet.of(SCANNER, AVOIDER, WORRIER, CONTROLLER);

    private final ModalityLimits limits;

    public ModalityPolicy(ModalityLimits limits) {
        this.limits = limits;
    }

    public Recommendation recommend(ModalityInputs inputs) {
        return new Recommendation(List.of(cognitive(inputs), exposure(inputs), somatic(inputs), emdr(inputs), art(inputs),
                ifs(inputs), identityWork(inputs)));
    }

    private Suggestion cognitive(ModalityInputs inputs) {
        int rating = inputs.intake().nature().cognitive();
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.COGNITIVE_PROMINENT, rating >= limits.prominentNature());
        addIf(reasons, Reason.PSWQ_HIGH, atLeast(inputs.pswq(), limits.pswq()));
        addIf(reasons, Reason.DIAGNOSIS_WORRY, diagnosis(inputs) == Diagnosis.GAD);
        return suggestion(Modality.COGNITIVE, 2, reasons, Reason.COGNITIVE_DOMINATING, rating >= limits.dominatingNature());
    }

    private Suggestion exposure(ModalityInputs inputs) {
        IntakeContent intake = inputs.intake();
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.BEHAVIOURAL_PROMINENT, intake.nature().behavioural() >= limits.prominentNature());
        addIf(reasons, Reason.DIAGNOSIS_AVOIDANCE, AVOIDANT.contains(diagnosis(inputs)));
        boolean always = intake.triggers().stream().anyMatch(trigger -> trigger.avoided() == Avoidance.ALWAYS);
        Suggestion asked = suggestion(Modality.EXPOSURE, 2, reasons, Reason.ALWAYS_AVOIDED, always);
        Set<TriggerCategory> targets = targets(intake);
        List<Block> blocks = targets.isEmpty() && !intake.triggers().isEmpty()
                ? List.of(Block.ONLY_ADAPTIVE_ANXIETY)
                : List.of();
        return new Suggestion(Modality.EXPOSURE, asked.score(), asked.reasons(), blocks,
                List.of(Caution.NOT_BEFORE_24_HOURS_AFTER_DOSE, Caution.ADAPTIVE_ANXIETY_IS_NO_TARGET), targets);
    }

    /** Therapy targets excessive anxiety: what patient and therapist agreed to keep is never faced as an exercise. */
    private static Set<TriggerCategory> targets(IntakeContent intake) {
        Set<TriggerCategory> kept = intake.adaptiveAnxiety().stream()
                .map(AdaptiveAnxiety::category)
                .collect(Collectors.toSet());
        return intake.triggers().stream()
                .map(Trigger::category)
                .filter(category -> !kept.contains(category))
                .collect(Collectors.toSet());
    }

    private Suggestion somatic(ModalityInputs inputs) {
        int rating = inputs.intake().nature().somatic();
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.SOMATIC_PROMINENT, rating >= limits.prominentNature());
        addIf(reasons, Reason.BAI_HIGH, atLeast(inputs.bai(), limits.bai()));
        Suggestion asked = suggestion(
                Modality.SOMATIC, 2, reasons, Reason.SOMATIC_DOMINATING, rating >= limits.dominatingNature());
        return hasPanic(inputs) ? asked.with(List.of(), List.of(Caution.NO_HYPERVENTILATION_BREATHWORK)) : asked;
    }

    private static boolean hasPanic(ModalityInputs inputs) {
        return diagnosis(inputs).isPanic() || !Collections.disjoint(inputs.intake().comorbidities(), PANIC);
    }

    private Suggestion emdr(ModalityInputs inputs) {
        IntakeContent.TraumaOrigin origin = inputs.intake().traumaOrigin();
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.TRAUMA_ORIGIN_CLEAR, origin.level() == TraumaLevel.CLEAR);
        addIf(reasons, Reason.TRAUMA_ORIGIN_DISTRESSING,
                origin.level() == TraumaLevel.SUSPECTED && atLeast(origin.suds(), limits.originDistress()));
        addIf(reasons, Reason.PCL5_HIGH, atLeast(inputs.pcl5(), limits.pcl5()));
        return suggestion(Modality.EMDR, 3, reasons).with(blocksOfEmdr(inputs), List.of(
                Caution.NOT_BEFORE_24_HOURS_AFTER_DOSE, Caution.ONLY_WHEN_DISSOCIATION_HAS_RECOVERED,
                Caution.EMDR_AND_ART_NOT_ON_ONE_TARGET_IN_ONE_SESSION));
    }

    private static List<Block> blocksOfEmdr(ModalityInputs inputs) {
        Stream<Block> dissociation = switch (inputs.dissociation()) {
            case NOT_SCREENED -> Stream.of(Block.DISSOCIATION_NOT_SCREENED);
            case UNREVIEWED -> Stream.of(Block.DISSOCIATIVE_DISORDER_UNREVIEWED);
            case ABSENT, REVIEWED -> Stream.empty();
        };
        Stream<Block> risk = inputs.suicideRisk() == null
                ? Stream.of(Block.SUICIDE_RISK_UNKNOWN)
                : inputs.suicideRisk().compareTo(SuicideRisk.MODERATE) >= 0
                        ? Stream.of(Block.SUICIDE_RISK_MODERATE_OR_HIGH)
                        : Stream.empty();
        Stream<Block> stabilization = inputs.stabilized() ? Stream.empty() : Stream.of(Block.NOT_STABILIZED);
        return Stream.of(dissociation, risk, stabilization).flatMap(block -> block).toList();
    }

    private Suggestion art(ModalityInputs inputs) {
        IntakeContent.IntrusiveImagery imagery = inputs.intake().intrusiveImagery();
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.VIVID_INTRUSIVE_IMAGE,
                imagery.present() && atLeast(imagery.vividness(), limits.imageVividness()));
        return suggestion(Modality.ART, 3, reasons)
                .with(List.of(), List.of(Caution.EMDR_AND_ART_NOT_ON_ONE_TARGET_IN_ONE_SESSION));
    }

    private Suggestion ifs(ModalityInputs inputs) {
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.PROTECTIVE_PART,
                inputs.intake().protectiveParts().stream().anyMatch(part -> PROTECTING.contains(part.role())));
        addIf(reasons, Reason.FEAR_OF_LOSING_CONTROL,
                atLeast(inputs.intake().fearOfLosingControl(), limits.fearOfLosingControl()));
        return suggestion(Modality.IFS, 2, reasons);
    }

    private Suggestion identityWork(ModalityInputs inputs) {
        List<Reason> reasons = new ArrayList<>();
        addIf(reasons, Reason.PRIMARY_ENDPOINT_IMPROVED, inputs.improvementPercent() != null
                && inputs.improvementPercent().compareTo(BigDecimal.valueOf(limits.improvementPercent())) >= 0);
        String themes = inputs.intake().identityThemes();
        addIf(reasons, Reason.IDENTITY_THEME_REPORTED, themes != null && !themes.isBlank());
        return suggestion(Modality.IDENTITY_WORK, 1, reasons);
    }

    private static Diagnosis diagnosis(ModalityInputs inputs) {
        return inputs.intake().primaryDiagnosis().code();
    }

    private static Suggestion suggestion(Modality modality, int score, List<Reason> reasons) {
        return new Suggestion(modality, reasons.isEmpty() ? 0 : score, reasons, List.of(), List.of(), Set.of());
    }

    /** A further point, where something asks for the modality at all. */
    private static Suggestion suggestion(Modality modality, int score, List<Reason> reasons, Reason more, boolean there) {
        if (reasons.isEmpty() || !there) {
            return suggestion(modality, score, reasons);
        }
        reasons.add(more);
        return suggestion(modality, score + 1, reasons);
    }

    private static void addIf(List<Reason> reasons, Reason reason, boolean fires) {
        if (fires) {
            reasons.add(reason);
        }
    }

    private static boolean atLeast(Integer value, int limit) {
        return value != null && value >= limit;
    }
}
