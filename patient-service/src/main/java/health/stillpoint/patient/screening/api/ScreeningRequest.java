package health.stillpoint.patient.screening.api;

import health.stillpoint.patient.screening.domain.AnswerState;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.DrugScreen;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.PregnancyTest;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a screening visit found. Every row of the screening is answered in {@code findings}, except those that follow from
 * measurements; what is left out is listed as unanswered.
 */
public record ScreeningRequest(
        @Schema(description = "UTC; now if absent, may lie in the past") Instant performedAt,
        @NotNull @Size(max = 12) List<@NotNull @Valid BloodPressureBody> bloodPressureReadings,
        @Min(20) @Max(300) @Schema(description = "Beats per minute at rest") Integer heartRate,
        @Schema(description = "A slow resting heart rate is usual for this person") Boolean athlete,
        @Min(50) @Max(100) @Schema(description = "SpO2 in percent on room air") Integer oxygenSaturation,
        @DecimalMin("20") @DecimalMax("400") BigDecimal weightKilograms,
        @DecimalMin("90") @DecimalMax("250") BigDecimal heightCentimeters,
        @NotNull @Size(max = 100) List<@NotNull @Valid FindingBody> findings,
        SuicideRisk cssrs,
        @Min(0) @Max(20) Integer asrmTotal,
        @Min(0) @Max(12) Integer auditCTotal,
        @Min(0) @Max(10) Integer dast10Total,
        @Min(0) @Max(8) Integer stopBangTotal,
        @Schema(description = "Assumed unless recorded male at birth") Boolean childbearingPotential,
        @Size(max = 100) @Schema(description = "All medication; an empty list says there is none")
                List<@NotNull @Valid MedicationBody> medications,
        @Valid TestsBody tests) {

    /** A resting reading in mmHg. */
    public record BloodPressureBody(
            @NotNull @Min(40) @Max(300) Integer systolic, @NotNull @Min(20) @Max(200) Integer diastolic) { }

    /** Answer to one row; {@code on} is the day it last happened, where the row depends on how long ago. */
    public record FindingBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
            @NotNull AnswerState state,
            @Schema(description = "It counts whatever the state; none beside ABSENT or RULED_OUT") LocalDate on,
            @Size(max = 1000) String detail) { }

    /** A medication; {@code rxnorm} is the RxNorm id of its ingredient. */
    public record MedicationBody(
            @NotBlank @Size(max = 200)
                    @Schema(description = "A dose in it must not be higher than dailyDoseMilligrams where the dose decides; it may be left out")
                    String name,
            @Pattern(regexp = "[0-9]{1,8}") String rxnorm,
            @Positive @DecimalMax("100000") BigDecimal dailyDoseMilligrams) { }

    /** Test results; a test without a day of its own was taken at the visit. */
    public record TestsBody(
            DrugScreen urineDrugScreen,
            LocalDate urineDrugScreenAt,
            PregnancyTest pregnancyTest,
            LocalDate pregnancyTestAt,
            LocalDate tshAt,
            @DecimalMin("0") @DecimalMax("500") BigDecimal tshMilliunitsPerLiter,
            LocalDate liverAt,
            @DecimalMin("0") @DecimalMax("1000") @Schema(description = "ALT as multiple of the upper limit of normal")
                    BigDecimal altTimesUpperLimit,
            @DecimalMin("0") @DecimalMax("1000") @Schema(description = "AST as multiple of the upper limit of normal")
                    BigDecimal astTimesUpperLimit,
            @DecimalMin("0") @DecimalMax("1000") BigDecimal bilirubinTimesUpperLimit,
            @DecimalMin("0") @DecimalMax("250") @Schema(description = "mL/min/1.73 m2") BigDecimal egfr,
            @DecimalMin("1") @DecimalMax("30") BigDecimal hemoglobinGramsPerDeciliter,
            @DecimalMin("1") @DecimalMax("12") BigDecimal potassiumMillimolesPerLiter,
            LocalDate ecgAt,
            @Min(200) @Max(800) Integer qtcMilliseconds) { }

    ScreeningAnswers toDomain(Instant now) {
        return new ScreeningAnswers(
                Objects.requireNonNullElse(performedAt, now),
                list(bloodPressureReadings, r -> new ScreeningAnswers.BloodPressure(r.systolic(), r.diastolic())),
                heartRate, athlete, oxygenSaturation, weightKilograms, heightCentimeters,
                list(findings, f -> new ScreeningAnswers.Answer(f.code(), f.state(), f.on(), f.detail())),
                cssrs, asrmTotal, auditCTotal, dast10Total, stopBangTotal, childbearingPotential,
                list(medications, m -> new ScreeningAnswers.Medication(m.name(), m.rxnorm(), m.dailyDoseMilligrams())),
                tests == null ? null : new ScreeningAnswers.Tests(tests.urineDrugScreen(), tests.urineDrugScreenAt(),
                        tests.pregnancyTest(), tests.pregnancyTestAt(), tests.tshAt(), tests.tshMilliunitsPerLiter(),
                        tests.liverAt(), tests.altTimesUpperLimit(), tests.astTimesUpperLimit(),
                        tests.bilirubinTimesUpperLimit(), tests.egfr(), tests.hemoglobinGramsPerDeciliter(),
                        tests.potassiumMillimolesPerLiter(), tests.ecgAt(), tests.qtcMilliseconds()));
    }

    static ScreeningRequest of(ScreeningAnswers a) {
        ScreeningAnswers.Tests t = a.tests();
        return new ScreeningRequest(a.performedAt(),
                list(a.bloodPressureReadings(), r -> new BloodPressureBody(r.systolic(), r.diastolic())),
                a.heartRate(), a.athlete(), a.oxygenSaturation(), a.weightKilograms(), a.heightCentimeters(),
                list(a.findings(), f -> new FindingBody(f.code(), f.state(), f.on(), f.detail())),
                a.cssrs(), a.asrmTotal(), a.auditCTotal(), a.dast10Total(), a.stopBangTotal(), a.childbearingPotential(),
                list(a.medications(), m -> new MedicationBody(m.name(), m.rxnorm(), m.dailyDoseMilligrams())),
                new TestsBody(t.urineDrugScreen(), t.urineDrugScreenAt(), t.pregnancyTest(), t.pregnancyTestAt(), t.tshAt(),
                        t.tshMilliunitsPerLiter(), t.liverAt(), t.altTimesUpperLimit(), t.astTimesUpperLimit(),
                        t.bilirubinTimesUpperLimit(), t.egfr(), t.hemoglobinGramsPerDeciliter(),
                        t.potassiumMillimolesPerLiter(), t.ecgAt(), t.qtcMilliseconds()));
    }

    private static <A, B> List<B> list(List<A> values, Function<A, B> to) {
        return values == null ? null : values.stream().map(to).toList();
    }

    @Override
    public String toString() {
        return "ScreeningRequest[withheld]";
    }
}
