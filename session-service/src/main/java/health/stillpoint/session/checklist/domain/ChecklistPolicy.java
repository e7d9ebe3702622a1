package health.stillpoint.session.checklist.domain;

import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.vitals.domain.VitalSigns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Judges every row of the pre-dose checklist: GO, CAUTION (a prescriber signs) or NO_GO.
 *
 * <p>Dosing section 4 (docs/clinical-sources.md#pre-dose-checklist). Unanswered is NO_GO.
 */
public final class ChecklistPolicy {

    /** How far the clock of a chart may be ahead of ours (P), as everywhere in charting. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(2);

    private static final String SECTION = "dosing-and-monitoring section 4, ";

    private final Map<ChecklistLimit, BigDecimal> limits;

    /** @param configured a clinic's own limits; the published ones hold for the rest */
    public ChecklistPolicy(Map<ChecklistLimit, BigDecimal> configured) {
        this.limits = Map.copyOf(configured);
    }

    /** Every row, in the order of the document; a row that does not apply to the route is left out. */
    public List<ChecklistRow> judge(PreDoseAnswers answers, KnownFacts known) {
        List<ChecklistRow> rows = new ArrayList<>();
        rows.add(yes(ChecklistItem.CONSENT, known.consentCurrent() && isTrue(answers.consentReaffirmed()),
                "current %s, re-affirmed %s".formatted(known.consentCurrent(), answers.consentReaffirmed()), "current and orally re-affirmed", "P"));
        rows.add(identityAndWeight(answers, known));
        rows.add(yes(ChecklistItem.PREVIOUS_INTEGRATION, known.previousIntegrated(), String.valueOf(known.previousIntegrated()),
                "completed, or first dose", "S/P"));
        rows.add(yes(ChecklistItem.OPEN_HOLDS, known.openHolds() == 0, known.openHolds() + " open", "none", "P"));
        rows.add(cssrs(answers.cssrs()));
        rows.add(asrm(answers.asrmTotal()));
        rows.add(bloodPressure(answers.bloodPressure()));
        rows.add(heartRate(answers.heartRate()));
        rows.add(oxygen(answers.oxygenSaturation()));
        rows.add(respiration(answers.respiratoryRate()));
        rows.add(temperature(answers.temperatureCelsius(), answers.acuteInfectionWithWheeze()));
        rows.add(yes(ChecklistItem.MOAAS, answers.moaas() != null && reaches(answers.moaas(), ChecklistLimit.MOAAS_GO),
                String.valueOf(answers.moaas()), "5", "P"));
        rows.add(suds(answers.suds()));
        rows.add(solids(answers.solidsFastedHours(), known.route()));
        rows.add(yes(ChecklistItem.FASTING_CLEAR_FLUIDS, reaches(answers.clearFluidsFastedHours(), ChecklistLimit.CLEAR_FLUIDS_GO),
                hours(answers.clearFluidsFastedHours()), ">= %s h".formatted(limit(ChecklistLimit.CLEAR_FLUIDS_GO)), "R"));
        rows.add(substance(ChecklistItem.ALCOHOL, answers.alcohol()));
        rows.add(substance(ChecklistItem.CANNABIS_OR_OTHER_DRUGS, answers.otherDrugs()));
        rows.add(benzodiazepine(answers.benzodiazepine()));
        rows.add(stimulant(answers));
        rows.add(yes(ChecklistItem.THEOPHYLLINE, isFalse(answers.theophyllineTaken()), String.valueOf(answers.theophyllineTaken()),
                "none", "F Ketalar label 7.1"));
        rows.add(pregnancy(answers, known));
        rows.add(medication(answers.medicationChange()));
        rows.add(urinary(answers.urinarySymptoms()));
        rows.add(yes(ChecklistItem.ESCORT, isTrue(answers.escortConfirmed()) && isTrue(answers.notDriving()),
                "escort %s, not driving %s".formatted(answers.escortConfirmed(), answers.notDriving()), "escort confirmed and not driving", "F"));
        rows.add(fallPrecautions(answers.fallPrecautions()));
        rows.add(equipment(answers.equipment()));
        rows.add(staff(answers.staff(), known.route()));
        if (known.route() == Route.IV) {
            rows.add(yes(ChecklistItem.IV_ACCESS, isTrue(answers.ivAccessPatent()), String.valueOf(answers.ivAccessPatent()), "patent", "P"));
        }
        rows.add(doubleCheck(answers.doubleCheck(), known.careTeam()));
        return List.copyOf(rows);
    }

    /** The worst row decides. */
    public static ChecklistResult overall(List<ChecklistRow> rows) {
        return rows.stream().map(ChecklistRow::result).max(ChecklistResult::compareTo).orElse(ChecklistResult.NO_GO);
    }

    /** True when a blood pressure in the caution band was not yet repeated after the waiting time, so nobody may sign. */
    public boolean remeasurementMissing(PreDoseAnswers.BloodPressures pressures) {
        if (pressures == null || pressures.readings() == null || pressures.readings().isEmpty()) {
            return false;
        }
        return judgePressure(pressures.readings()) == ChecklistResult.CAUTION && !remeasured(pressures);
    }

    private ChecklistRow identityAndWeight(PreDoseAnswers answers, KnownFacts known) {
        boolean inDate = answers.weighedAt() != null && within(known.weightValidity(), answers.weighedAt(), known.now());
        return yes(ChecklistItem.IDENTITY_AND_WEIGHT, isTrue(answers.identityConfirmed()) && inDate,
                "identity %s, weight in date %s".formatted(answers.identityConfirmed(), inDate),
                "identity confirmed, weight at most %d days old".formatted(known.weightValidity().toDays()), "P");
    }

    /** A moment in the future, but for what clocks differ, is not in date: nobody has measured yet. */
    private static boolean within(Duration validity, Instant moment, Instant now) {
        return !moment.isAfter(now.plus(CLOCKS_APART)) && Duration.between(moment, now).compareTo(validity) <= 0;
    }

    private ChecklistRow cssrs(PreDoseAnswers.CssrsRisk risk) {
        ChecklistResult result = risk == null ? ChecklistResult.NO_GO : switch (risk) {
            case NONE -> ChecklistResult.GO;
            case LOW -> ChecklistResult.CAUTION;
            case MODERATE, HIGH -> ChecklistResult.NO_GO;
        };
        return row(ChecklistItem.CSSRS, result, String.valueOf(risk), "NONE; LOW is caution; no override above", "F levels, P gate");
    }

    private ChecklistRow asrm(Integer total) {
        boolean fine = total != null && below(total, ChecklistLimit.ASRM_NO_GO);
        return yes(ChecklistItem.ASRM, fine, String.valueOf(total), "< %s".formatted(limit(ChecklistLimit.ASRM_NO_GO)), "R");
    }

    private ChecklistRow bloodPressure(PreDoseAnswers.BloodPressures pressures) {
        String limitText = "mean < %s and < %s after %s min rest; below %s and %s caution after %s min".formatted(
                limit(ChecklistLimit.SYSTOLIC_CAUTION), limit(ChecklistLimit.DIASTOLIC_CAUTION), limit(ChecklistLimit.REST_MINUTES),
                limit(ChecklistLimit.SYSTOLIC_NO_GO), limit(ChecklistLimit.DIASTOLIC_NO_GO), limit(ChecklistLimit.REMEASURE_MINUTES));
        if (pressures == null || pressures.readings() == null || pressures.readings().size() < 2
                || pressures.restedMinutes() == null || !reaches(pressures.restedMinutes(), ChecklistLimit.REST_MINUTES)) {
            return row(ChecklistItem.BLOOD_PRESSURE, ChecklistResult.NO_GO, "two readings after rest missing", limitText, "140/90 F, block P");
        }
        List<PreDoseAnswers.BloodPressure> counted = counted(pressures);
        if (!counted.stream().allMatch(reading -> VitalSigns.plausiblePressure(reading.systolic(), reading.diastolic()))) {
            return row(ChecklistItem.BLOOD_PRESSURE, ChecklistResult.NO_GO, "a reading no instrument can show", limitText, "140/90 F, block P");
        }
        return row(ChecklistItem.BLOOD_PRESSURE, judgePressure(counted), "mean %s/%s%s".formatted(meanSystolic(counted),
                meanDiastolic(counted), counted == pressures.readings() ? "" : " re-measured"), limitText, "140/90 F, block P");
    }

    /** Pre-dose systolic pressure, mmHg: the mean of the readings that are judged; rises in the session are measured from it. */
    public BigDecimal preDoseSystolic(PreDoseAnswers.BloodPressures pressures) {
        return meanSystolic(counted(pressures));
    }

    public BigDecimal preDoseDiastolic(PreDoseAnswers.BloodPressures pressures) {
        return meanDiastolic(counted(pressures));
    }

    /** The repetition, but only when the first mean asked for one and it was made as asked; else the first readings. */
    private List<PreDoseAnswers.BloodPressure> counted(PreDoseAnswers.BloodPressures pressures) {
        boolean repeated = judgePressure(pressures.readings()) == ChecklistResult.CAUTION && remeasured(pressures);
        return repeated ? pressures.remeasured() : pressures.readings();
    }

    private boolean remeasured(PreDoseAnswers.BloodPressures pressures) {
        return pressures.remeasured() != null && pressures.remeasured().size() >= 2 && pressures.remeasuredAfterMinutes() != null
                && reaches(pressures.remeasuredAfterMinutes(), ChecklistLimit.REMEASURE_MINUTES);
    }

    private ChecklistResult judgePressure(List<PreDoseAnswers.BloodPressure> readings) {
        BigDecimal systolic = meanSystolic(readings);
        BigDecimal diastolic = meanDiastolic(readings);
        if (reaches(systolic, ChecklistLimit.SYSTOLIC_NO_GO) || reaches(diastolic, ChecklistLimit.DIASTOLIC_NO_GO)) {
            return ChecklistResult.NO_GO;
        }
        return reaches(systolic, ChecklistLimit.SYSTOLIC_CAUTION) || reaches(diastolic, ChecklistLimit.DIASTOLIC_CAUTION)
                ? ChecklistResult.CAUTION : ChecklistResult.GO;
    }

    /** Mean of the readings, one decimal. */
    private static BigDecimal meanSystolic(List<PreDoseAnswers.BloodPressure> readings) {
        return mean(readings.stream().map(PreDoseAnswers.BloodPressure::systolic).toList());
    }

    private static BigDecimal meanDiastolic(List<PreDoseAnswers.BloodPressure> readings) {
        return mean(readings.stream().map(PreDoseAnswers.BloodPressure::diastolic).toList());
    }

    private static BigDecimal mean(List<Integer> values) {
        int sum = values.stream().mapToInt(Integer::intValue).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(values.size()), 1, RoundingMode.HALF_UP);
    }

    private ChecklistRow heartRate(Integer rate) {
        ChecklistResult result = ChecklistResult.NO_GO;
        if (rate != null && reaches(rate, ChecklistLimit.HEART_RATE_GO_LOW) && !exceeds(rate, ChecklistLimit.HEART_RATE_GO_HIGH)) {
            result = ChecklistResult.GO;
        } else if (rate != null && reaches(rate, ChecklistLimit.HEART_RATE_CAUTION_LOW)
                && !exceeds(rate, ChecklistLimit.HEART_RATE_CAUTION_HIGH)) {
            result = ChecklistResult.CAUTION;
        }
        return row(ChecklistItem.HEART_RATE, result, String.valueOf(rate), "%s-%s; %s-%s caution".formatted(
                limit(ChecklistLimit.HEART_RATE_GO_LOW), limit(ChecklistLimit.HEART_RATE_GO_HIGH),
                limit(ChecklistLimit.HEART_RATE_CAUTION_LOW), limit(ChecklistLimit.HEART_RATE_CAUTION_HIGH)), "P");
    }

    private ChecklistRow oxygen(Integer saturation) {
        ChecklistResult result = saturation == null || below(saturation, ChecklistLimit.OXYGEN_CAUTION) ? ChecklistResult.NO_GO
                : below(saturation, ChecklistLimit.OXYGEN_GO) ? ChecklistResult.CAUTION : ChecklistResult.GO;
        return row(ChecklistItem.OXYGEN_SATURATION, result, String.valueOf(saturation), ">= %s; %s or more caution".formatted(
                limit(ChecklistLimit.OXYGEN_GO), limit(ChecklistLimit.OXYGEN_CAUTION)), "P");
    }

    private ChecklistRow respiration(Integer rate) {
        ChecklistResult result = rate == null || below(rate, ChecklistLimit.RESPIRATORY_GO_LOW)
                || exceeds(rate, ChecklistLimit.RESPIRATORY_CAUTION_HIGH) ? ChecklistResult.NO_GO
                : exceeds(rate, ChecklistLimit.RESPIRATORY_GO_HIGH) ? ChecklistResult.CAUTION : ChecklistResult.GO;
        return row(ChecklistItem.RESPIRATORY_RATE, result, String.valueOf(rate), "%s-%s; to %s caution".formatted(
                limit(ChecklistLimit.RESPIRATORY_GO_LOW), limit(ChecklistLimit.RESPIRATORY_GO_HIGH),
                limit(ChecklistLimit.RESPIRATORY_CAUTION_HIGH)), "P");
    }

    private ChecklistRow temperature(BigDecimal celsius, Boolean wheeze) {
        ChecklistResult result = celsius == null || !isFalse(wheeze)
                || celsius.compareTo(limit(ChecklistLimit.TEMPERATURE_CAUTION_HIGHEST)) > 0 ? ChecklistResult.NO_GO
                : reaches(celsius, ChecklistLimit.TEMPERATURE_CAUTION) ? ChecklistResult.CAUTION : ChecklistResult.GO;
        return row(ChecklistItem.TEMPERATURE, result, "%s C, infection with wheeze %s".formatted(celsius, wheeze),
                "< %s; to %s caution; no acute infection with wheeze".formatted(limit(ChecklistLimit.TEMPERATURE_CAUTION),
                        limit(ChecklistLimit.TEMPERATURE_CAUTION_HIGHEST)), "P");
    }

    private ChecklistRow suds(Integer suds) {
        ChecklistResult result = suds == null || exceeds(suds, ChecklistLimit.SUDS_CAUTION) ? ChecklistResult.NO_GO
                : exceeds(suds, ChecklistLimit.SUDS_GO) ? ChecklistResult.CAUTION : ChecklistResult.GO;
        return row(ChecklistItem.SUDS, result, String.valueOf(suds), "<= %s; to %s caution after settling".formatted(
                limit(ChecklistLimit.SUDS_GO), limit(ChecklistLimit.SUDS_CAUTION)), "P");
    }

    private ChecklistRow solids(BigDecimal fasted, Route route) {
        boolean sublingual = route == Route.SL;
        ChecklistLimit go = sublingual ? ChecklistLimit.SOLIDS_GO_SUBLINGUAL : ChecklistLimit.SOLIDS_GO;
        ChecklistResult result = reaches(fasted, go) ? ChecklistResult.GO
                : !sublingual && reaches(fasted, ChecklistLimit.SOLIDS_CAUTION) ? ChecklistResult.CAUTION : ChecklistResult.NO_GO;
        return row(ChecklistItem.FASTING_SOLIDS, result, hours(fasted), sublingual ? ">= %s h".formatted(limit(go))
                : ">= %s h; %s h or more caution".formatted(limit(go), limit(ChecklistLimit.SOLIDS_CAUTION)), "F rule, P hours");
    }

    private ChecklistRow substance(ChecklistItem item, PreDoseAnswers.Substance substance) {
        ChecklistResult result = ChecklistResult.NO_GO;
        if (substance != null && isFalse(substance.underInfluence())) {
            BigDecimal since = substance.hoursSince();
            result = since == null || reaches(since, ChecklistLimit.SUBSTANCE_GO) ? ChecklistResult.GO
                    : reaches(since, ChecklistLimit.SUBSTANCE_CAUTION) ? ChecklistResult.CAUTION : ChecklistResult.NO_GO;
        }
        String found = substance == null ? "unanswered" : "%s, under influence %s".formatted(
                substance.hoursSince() == null ? "none" : hours(substance.hoursSince()), substance.underInfluence());
        return row(item, result, found, "none %s h; %s h or more caution".formatted(limit(ChecklistLimit.SUBSTANCE_GO),
                limit(ChecklistLimit.SUBSTANCE_CAUTION)), "P");
    }

    private ChecklistRow benzodiazepine(PreDoseAnswers.Benzodiazepine taken) {
        String limitText = ">= %s h short-acting, >= %s h long-acting; daily user with clearance caution".formatted(
                limit(ChecklistLimit.BENZODIAZEPINE_SHORT_GO), limit(ChecklistLimit.BENZODIAZEPINE_LONG_GO));
        if (taken == null || taken.kind() == null) {
            return row(ChecklistItem.BENZODIAZEPINE_OR_Z_DRUG, ChecklistResult.NO_GO, "unanswered", limitText, "F effect, P hours");
        }
        boolean heldLongEnough = switch (taken.kind()) {
            case NONE -> true;
            case SHORT_ACTING -> reaches(taken.hoursSince(), ChecklistLimit.BENZODIAZEPINE_SHORT_GO);
            case LONG_ACTING -> reaches(taken.hoursSince(), ChecklistLimit.BENZODIAZEPINE_LONG_GO);
        };
        ChecklistResult result = heldLongEnough ? ChecklistResult.GO
                : isTrue(taken.dailyUserWithClearance()) ? ChecklistResult.CAUTION : ChecklistResult.NO_GO;
        return row(ChecklistItem.BENZODIAZEPINE_OR_Z_DRUG, result, "%s %s".formatted(taken.kind(), hours(taken.hoursSince())),
                limitText, "F effect, P hours");
    }

    /** A stimulant taken below the blood pressure limit lies between the two columns: a prescriber decides. */
    private ChecklistRow stimulant(PreDoseAnswers answers) {
        ChecklistResult result = ChecklistResult.NO_GO;
        if (isFalse(answers.stimulantTaken())) {
            result = ChecklistResult.GO;
        } else if (isTrue(answers.stimulantTaken()) && answers.bloodPressure() != null && answers.bloodPressure().readings() != null
                && !answers.bloodPressure().readings().isEmpty()
                && !reaches(meanSystolic(answers.bloodPressure().readings()), ChecklistLimit.STIMULANT_SYSTOLIC_NO_GO)) {
            result = ChecklistResult.CAUTION;
        }
        return row(ChecklistItem.STIMULANT, result, "taken " + answers.stimulantTaken(), "held; never with systolic >= %s".formatted(
                limit(ChecklistLimit.STIMULANT_SYSTOLIC_NO_GO)), "F");
    }

    /** No test is taken as an answer only of whom it is known that none is needed: no one else's childbearing potential is told here. */
    private ChecklistRow pregnancy(PreDoseAnswers answers, KnownFacts known) {
        PreDoseAnswers.PregnancyTest test = answers.pregnancyTest();
        Duration validity = known.firstDose()
                ? Duration.ofHours(limit(ChecklistLimit.PREGNANCY_TEST_FIRST_DOSE_HOURS).longValue())
                : Duration.ofDays(limit(ChecklistLimit.PREGNANCY_TEST_DAYS).longValue());
        boolean fine = test == PreDoseAnswers.PregnancyTest.NOT_APPLICABLE && known.pregnancyExcluded()
                || test == PreDoseAnswers.PregnancyTest.NEGATIVE && answers.pregnancyTestedAt() != null
                && within(validity, answers.pregnancyTestedAt(), known.now());
        return yes(ChecklistItem.PREGNANCY_TEST, fine, String.valueOf(test), "negative and in date (%d h), or not applicable and born male".formatted(
                validity.toHours()), "F, validity P");
    }

    private ChecklistRow medication(PreDoseAnswers.MedicationChange change) {
        ChecklistResult result = change == null ? ChecklistResult.NO_GO : switch (change) {
            case NONE -> ChecklistResult.GO;
            case RECONCILED -> ChecklistResult.CAUTION;
            case NOT_RECONCILED -> ChecklistResult.NO_GO;
        };
        return row(ChecklistItem.NEW_MEDICATION_OR_DIAGNOSIS, result, String.valueOf(change), "none; reconciled caution", "P");
    }

    private ChecklistRow urinary(PreDoseAnswers.UrinarySymptoms symptoms) {
        ChecklistResult result = symptoms == null ? ChecklistResult.NO_GO : switch (symptoms) {
            case NONE -> ChecklistResult.GO;
            case MILD -> ChecklistResult.CAUTION;
            case MODERATE, SEVERE -> ChecklistResult.NO_GO;
        };
        return row(ChecklistItem.URINARY_SYMPTOMS, result, String.valueOf(symptoms), "none; mild caution", "F label");
    }

    /** The document gives this row no NO_GO: what is not done yet is a caution. */
    private ChecklistRow fallPrecautions(Boolean done) {
        return row(ChecklistItem.FALL_PRECAUTIONS, isTrue(done) ? ChecklistResult.GO : ChecklistResult.CAUTION, String.valueOf(done),
                "jewellery off, fall precautions, toilet visited", "P");
    }

    private ChecklistRow equipment(PreDoseAnswers.Equipment equipment) {
        boolean all = equipment != null && Stream.of(equipment.bloodPressureMonitor(), equipment.pulseOximeter(),
                equipment.oxygenAndMask(), equipment.suction(), equipment.airway(), equipment.defibrillator(),
                equipment.emergencyDrugs(), equipment.crashPhone()).allMatch(ChecklistPolicy::isTrue);
        return yes(ChecklistItem.EQUIPMENT, all, all ? "all checked" : "something missing", "all eight checked today", "F airway, P list");
    }

    private ChecklistRow staff(PreDoseAnswers.Staff staff, Route route) {
        boolean prescriber = staff != null && (isTrue(staff.prescriberOnSite())
                || !route.parenteral() && isTrue(staff.prescriberReachableInFiveMinutes()));
        boolean basic = staff != null && isTrue(staff.allTrainedInBasicLifeSupport());
        boolean advancedNeeded = route == Route.IV || route == Route.IM;
        boolean advanced = staff != null && (!advancedNeeded || isTrue(staff.advancedLifeSupportOnSite()));
        return yes(ChecklistItem.STAFF, prescriber && basic && advanced,
                "prescriber %s, BLS %s, ACLS %s".formatted(prescriber, basic, advanced),
                route.parenteral() ? "prescriber on site, BLS for all%s".formatted(advancedNeeded ? ", ACLS on site" : "")
                        : "prescriber reachable in 5 min, BLS for all", "R, F clinics");
    }

    private ChecklistRow doubleCheck(PreDoseAnswers.DoubleCheck check, CareTeam team) {
        boolean two = check != null && team.checkEachOther(check.firstBy(), check.secondBy());
        return yes(ChecklistItem.DOUBLE_CHECK, two, two ? "two people" : "not two people of the team",
                "two different people, clinicians of the care team where it is known", "P");
    }

    private ChecklistRow yes(ChecklistItem item, boolean fine, String found, String limitText, String tag) {
        return row(item, fine ? ChecklistResult.GO : ChecklistResult.NO_GO, found, limitText, tag);
    }

    private static ChecklistRow row(ChecklistItem item, ChecklistResult result, String found, String limitText, String tag) {
        return new ChecklistRow(item, result, found, limitText, SECTION + tag);
    }

    private BigDecimal limit(ChecklistLimit limit) {
        return limits.getOrDefault(limit, limit.standard());
    }

    private boolean reaches(BigDecimal value, ChecklistLimit limit) {
        return value != null && value.compareTo(limit(limit)) >= 0;
    }

    private boolean reaches(int value, ChecklistLimit limit) {
        return reaches(BigDecimal.valueOf(value), limit);
    }

    private boolean below(int value, ChecklistLimit limit) {
        return !reaches(value, limit);
    }

    private boolean exceeds(int value, ChecklistLimit limit) {
        return BigDecimal.valueOf(value).compareTo(limit(limit)) > 0;
    }

    private static String hours(BigDecimal hours) {
        return hours == null ? "unanswered" : hours.stripTrailingZeros().toPlainString() + " h";
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(Boolean value) {
        return Boolean.FALSE.equals(value);
    }
}
