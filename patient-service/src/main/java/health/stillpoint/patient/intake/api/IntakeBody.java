package health.stillpoint.patient.intake.api;

import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.intake.domain.IntakeContent.Avoidance;
import health.stillpoint.patient.intake.domain.IntakeContent.Expectation;
import health.stillpoint.patient.intake.domain.IntakeContent.ImageryKind;
import health.stillpoint.patient.intake.domain.IntakeContent.PartRole;
import health.stillpoint.patient.intake.domain.IntakeContent.TraumaEvent;
import health.stillpoint.patient.intake.domain.IntakeContent.TraumaLevel;
import health.stillpoint.patient.intake.domain.IntakeContent.TriggerCategory;
import health.stillpoint.patient.intake.domain.NatureRatings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Content of an intake evaluation. A draft may leave parts out; signing asks for all mandatory ones. */
@Schema(name = "IntakeContent")
public record IntakeBody(
        @Valid PrimaryDiagnosisBody primaryDiagnosis,
        @Size(max = 30) List<@NotNull Comorbidity> comorbidities,
        @Valid NatureBody nature,
        @Size(max = 50) List<@NotNull @Valid TriggerBody> triggers,
        @Valid TraumaOriginBody traumaOrigin,
        @Valid IntrusiveImageryBody intrusiveImagery,
        @Size(max = 30) List<@NotNull @Valid ProtectivePartBody> protectiveParts,
        @Min(0) @Max(10) Integer fearOfLosingControl,
        @Min(0) @Max(10) @Schema(description = "10 = comfortable") Integer comfortWithAlteredStates,
        PriorAlteredStateCode priorAlteredState,
        @Size(max = 30) List<@NotNull @Valid AdaptiveAnxietyBody> adaptiveAnxiety,
        @Valid SupportBody support,
        @Size(max = 4000) String identityThemes,
        @Valid ExpectationsBody expectations,
        @Valid SeverityBody severity,
        Boolean lowStartRequested,
        @Schema(description = "The patient asks for IM, SC or IV as first route; asked with injection phobia (F40.231)") Boolean injectionRequested,
        @Valid MeasuresBody measures) {

    /** The one primary diagnosis; {@code icd10} where a finer code exists. */
    public record PrimaryDiagnosisBody(
            @NotNull Diagnosis code,
            @NotNull Boolean confirmed,
            @Pattern(regexp = "[A-Z][0-9][0-9A-Z](\\.[0-9A-Z]{1,4})?") String icd10) { }

    /** 0 absent, 1 mild, 2 prominent, 3 dominating. */
    public record NatureBody(
            @NotNull @Min(0) @Max(3) Integer cognitive,
            @NotNull @Min(0) @Max(3) Integer somatic,
            @NotNull @Min(0) @Max(3) Integer behavioural) { }

    /** What sets the anxiety off; {@code suds} 0..10. */
    public record TriggerBody(
            @NotNull TriggerCategory category,
            @Size(max = 1000) String text,
            @NotNull @Min(0) @Max(10) Integer suds,
            @NotNull Avoidance avoided) { }

    /** Whether the anxiety began with an event, and how distressing it still is (0..10). */
    public record TraumaOriginBody(
            @NotNull TraumaLevel level,
            TraumaEvent event,
            @Min(0) @Max(120) Integer ageAtEvent,
            @Min(0) @Max(10) Integer suds) { }

    /** Pictures that come unasked. */
    public record IntrusiveImageryBody(
            @NotNull Boolean present,
            ImageryKind kind,
            @Min(0) @Max(1000) Integer timesPerWeek,
            @Min(0) @Max(10) Integer vividness,
            @Min(0) @Max(10) Integer suds) { }

    /** A protective part as the patient names it. */
    public record ProtectivePartBody(
            @NotBlank @Size(max = 200) String name,
            @NotNull PartRole role,
            @Size(max = 1000) String burden) { }

    /** An anxiety that is to be kept. */
    public record AdaptiveAnxietyBody(@NotNull TriggerCategory category, @Size(max = 1000) String text) { }

    /** What stands around the patient after a dose. */
    public record SupportBody(
            @NotNull Boolean escortAvailable,
            @NotNull Boolean adultAtHomeFirstNight,
            @NotNull Boolean livesAlone,
            @NotNull Boolean therapistInPlace,
            @NotNull Boolean stableHousing) { }

    /** {@code CURE} needs a recorded conversation before consent. */
    public record ExpectationsBody(@NotNull Expectation expects, @NotNull Boolean conversationRecorded) { }

    /** CGI-S 1..7; total of the primary endpoint of the diagnosis; SDS 0..30 where taken. */
    public record SeverityBody(
            @Min(1) @Max(7) Integer cgiSeverity,
            @Valid ScoreBody primaryEndpoint,
            @Min(0) @Max(30) Integer sheehanDisability) { }

    /** A total of an instrument. */
    public record ScoreBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String instrument, @NotNull @Min(0) @Max(1000) Integer total) { }

    /** Totals other rules look at, where taken. */
    public record MeasuresBody(
            @Min(16) @Max(80) Integer pswq,
            @Min(0) @Max(63) Integer bai,
            @Min(0) @Max(72) Integer lsasAvoidance,
            @Min(0) @Max(80) Integer pcl5,
            @Min(0) @Max(4) Integer pdssItem5,
            @Min(0) @Max(92) Integer cadssAtRest) { }

    /** Experience of altered states so far. */
    public enum PriorAlteredStateCode {
        none, neutral, good, bad;

        static PriorAlteredStateCode of(IntakeContent.PriorAlteredState state) {
            return valueOf(state.name().toLowerCase(Locale.ROOT));
        }

        IntakeContent.PriorAlteredState toDomain() {
            return IntakeContent.PriorAlteredState.valueOf(name().toUpperCase(Locale.ROOT));
        }
    }

    IntakeContent toDomain() {
        return new IntakeContent(
                map(primaryDiagnosis, d -> new IntakeContent.PrimaryDiagnosis(d.code(), d.confirmed(), d.icd10())),
                comorbidities,
                map(nature, n -> new NatureRatings(n.cognitive(), n.somatic(), n.behavioural())),
                list(triggers, t -> new IntakeContent.Trigger(t.category(), t.text(), t.suds(), t.avoided())),
                map(traumaOrigin, t -> new IntakeContent.TraumaOrigin(t.level(), t.event(), t.ageAtEvent(), t.suds())),
                map(intrusiveImagery, i -> new IntakeContent.IntrusiveImagery(
                        i.present(), i.kind(), i.timesPerWeek(), i.vividness(), i.suds())),
                list(protectiveParts, p -> new IntakeContent.ProtectivePart(p.name(), p.role(), p.burden())),
                fearOfLosingControl,
                comfortWithAlteredStates,
                map(priorAlteredState, PriorAlteredStateCode::toDomain),
                list(adaptiveAnxiety, a -> new IntakeContent.AdaptiveAnxiety(a.category(), a.text())),
                map(support, s -> new IntakeContent.Support(s.escortAvailable(), s.adultAtHomeFirstNight(),
                        s.livesAlone(), s.therapistInPlace(), s.stableHousing())),
                identityThemes,
                map(expectations, e -> new IntakeContent.Expectations(e.expects(), e.conversationRecorded())),
                map(severity, s -> new IntakeContent.Severity(s.cgiSeverity(),
                        map(s.primaryEndpoint(), p -> new IntakeContent.Score(p.instrument(), p.total())),
                        s.sheehanDisability())),
                lowStartRequested,
                injectionRequested,
                map(measures, m -> new IntakeContent.Measures(
                        m.pswq(), m.bai(), m.lsasAvoidance(), m.pcl5(), m.pdssItem5(), m.cadssAtRest())));
    }

    static IntakeBody of(IntakeContent content) {
        return new IntakeBody(
                map(content.primaryDiagnosis(), d -> new PrimaryDiagnosisBody(d.code(), d.confirmed(), d.icd10())),
                content.comorbidities(),
                map(content.nature(), n -> new NatureBody(n.cognitive(), n.somatic(), n.behavioural())),
                list(content.triggers(), t -> new TriggerBody(t.category(), t.text(), t.suds(), t.avoided())),
                map(content.traumaOrigin(), t -> new TraumaOriginBody(t.level(), t.event(), t.ageAtEvent(), t.suds())),
                map(content.intrusiveImagery(), i -> new IntrusiveImageryBody(
                        i.present(), i.kind(), i.timesPerWeek(), i.vividness(), i.suds())),
                list(content.protectiveParts(), p -> new ProtectivePartBody(p.name(), p.role(), p.burden())),
                content.fearOfLosingControl(),
                content.comfortWithAlteredStates(),
                map(content.priorAlteredState(), PriorAlteredStateCode::of),
                list(content.adaptiveAnxiety(), a -> new AdaptiveAnxietyBody(a.category(), a.text())),
                map(content.support(), s -> new SupportBody(s.escortAvailable(), s.adultAtHomeFirstNight(),
                        s.livesAlone(), s.therapistInPlace(), s.stableHousing())),
                content.identityThemes(),
                map(content.expectations(), e -> new ExpectationsBody(e.expects(), e.conversationRecorded())),
                map(content.severity(), s -> new SeverityBody(s.cgiSeverity(),
                        map(s.primaryEndpoint(), p -> new ScoreBody(p.instrument(), p.total())), s.sheehanDisability())),
                content.lowStartRequested(),
                content.injectionRequested(),
                map(content.measures(), m -> new MeasuresBody(
                        m.pswq(), m.bai(), m.lsasAvoidance(), m.pcl5(), m.pdssItem5(), m.cadssAtRest())));
    }

    private static <A, B> B map(A value, Function<A, B> to) {
        return Optional.ofNullable(value).map(to).orElse(null);
    }

    private static <A, B> List<B> list(List<A> values, Function<A, B> to) {
        return values == null ? List.of() : values.stream().map(to).toList();
    }

    @Override
    public String toString() {
        return "IntakeBody[withheld]";
    }
}
