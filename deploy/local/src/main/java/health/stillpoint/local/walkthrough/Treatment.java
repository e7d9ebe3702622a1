package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** From the course to the discharge: session-service, and the baseline of outcome-service. */
final class Treatment {

    /** A preparation session of an hour counts. */
    private static final Duration PREPARATION = Duration.ofMinutes(60);
    static final Duration DOSING = Duration.ofMinutes(210);
    private static final Duration LOOK_AHEAD = Duration.ofHours(48);
    private static final BigDecimal ORDERED = new BigDecimal("0.5");
    private static final BigDecimal FAR_TOO_MUCH = new BigDecimal("2.0");

    private final Scene scene;

    Treatment(Scene scene) {
        this.scene = scene;
    }

    // ---- planning ---------------------------------------------------------------------------------------------

    void refuseCourseWithoutConsent() {
        Waiting.until("session-service knows the candidacy decision", () -> Optional.of(scene.prescriber()
                        .post("/api/v1/courses", TreatmentForms.course(scene.chart().patientId)))
                .filter(answer -> answer.status() == 409 && answer.reasons().equals(List.of("CONSENT_MISSING"))))
                .expectRefusal(409, "course-refused", "CONSENT_MISSING");
        scene.report().refused("no course is planned without consent", "course-refused: CONSENT_MISSING");
    }

    void planCourse() {
        Answer course = Waiting.until("session-service accepts the course", () -> Optional.of(scene.prescriber()
                        .post("/api/v1/courses", TreatmentForms.course(scene.chart().patientId)))
                .filter(answer -> answer.status() != 404 && !answer.code().equals("course-refused"))).expect(201);
        scene.chart().courseId = course.id();
        scene.report().decided("course of " + course.required("plannedDoses").asText() + " weekly doses is " + course.required("state").asText(),
                "at least " + Words.span(course.required("minimumGap")) + " between doses; integration due within "
                        + Words.span(course.required("integrationDue")) + " of each");
    }

    void refuseOrderOverCap() {
        scene.prescriber().post(ordersPath(), TreatmentForms.order(scene.person(), FAR_TOO_MUCH, scene.time().now()))
                .expectRefusal(422, "dose-over-cap");
        scene.report().refused(FAR_TOO_MUCH + " mg/kg IM is not ordered", "dose-over-cap: there is no override in software");
    }

    void order() {
        Answer order = scene.prescriber().post(ordersPath(), TreatmentForms.order(scene.person(), ORDERED, scene.time().now())).expect(201);
        scene.chart().orderId = order.id();
        scene.chart().orderedMilligrams = order.required("doseMilligrams").decimalValue();
        scene.report().decided(order.required("doseMilligrams").asText() + " mg IM, level " + order.required("level").asText()
                        + ", cap " + order.required("capMilligrams").asText() + " mg, " + order.required("volumeMilliliters").asText() + " mL",
                String.join("; ", Answer.texts(order.required("arithmetic"))));
    }

    void receiveLot() {
        Answer lot = scene.prescriber().post("/api/v1/ledger/lots", TreatmentForms.lot(scene.time().now())).expect(201);
        scene.chart().lotId = lot.id();
        scene.report().decided("lot of 500 mg received into the ledger", "balance " + balance() + " mg");
    }

    // ---- before the first dose --------------------------------------------------------------------------------

    void bookSessions() {
        Booked preparation = book("PREPARATION", "therapist", scene.time().now().plus(Duration.ofMinutes(5)), PREPARATION, null);
        Booked dosing = book("DOSING", "prescriber", preparation.start().plus(Duration.ofMinutes(90)), DOSING, null);
        scene.chart().preparationSessionId = preparation.session();
        scene.chart().preparationStart = preparation.start();
        scene.chart().dosingSessionId = dosing.session();
        scene.chart().dosingStart = dosing.start();
        scene.report().decided("a preparation and a dosing session are booked", "with different people, one after the other");
    }

    void refuseDoubleBooking() {
        Form again = TreatmentForms.session(scene.chart(), "DOSING", scene.chart().dosingStart.plus(Duration.ofMinutes(10)),
                Duration.ofMinutes(60), scene.idOf("prescriber"), null);
        scene.prescriber().post("/api/v1/sessions", again).expectRefusal(409, "double-booked");
        scene.report().refused("the prescriber is not booked twice", "double-booked: the database itself holds this");
    }

    /** Everything that stands against this dose is said at once. */
    void refuseDoseBeforeBaseline() {
        Answer refusal = dose(scene.chart().dosingSessionId).expectRefusal(409, "dose-refused",
                "BASELINE_INCOMPLETE", "PREPARATION_INCOMPLETE", "CHECKLIST_MISSING", "NOT_CHECKED_IN");
        scene.report().refused("no dose yet", "dose-refused: " + String.join(", ", refusal.reasons()));
    }

    void answerBaseline() {
        scene.chart().baselineAssessmentId = awaitAssessment("BASELINE");
        StringBuilder scores = new StringBuilder();
        for (Map.Entry<String, List<Integer>> questionnaire : Questionnaires.baselineOf(scene.person()).entrySet()) {
            Answer response = scene.therapist().post("/api/v1/assessments/" + scene.chart().baselineAssessmentId + "/responses",
                    Form.of("instrument", questionnaire.getKey(), "answers", questionnaire.getValue())).expect(201);
            scores.append(scores.isEmpty() ? "" : ", ").append(questionnaire.getKey()).append(' ')
                    .append(response.required("total").asText()).append(band(response));
        }
        Waiting.until("the baseline is complete", () -> Optional.of(scene.therapist()
                        .get("/api/v1/assessments/" + scene.chart().baselineAssessmentId).expect(200))
                .filter(assessment -> assessment.required("status").asText().equals("COMPLETED")));
        scene.report().decided("baseline complete", scores.toString());
    }

    void prepare() {
        UUID session = scene.chart().preparationSessionId;
        scene.time().advanceTo(scene.chart().preparationStart);
        scene.therapist().post(Scene.sessionPath(session, "/check-in"), Form.of()).expect(200);
        scene.therapist().post(Scene.sessionPath(session, "/start"), Form.of()).expect(200);
        scene.time().advance(PREPARATION);
        Answer signed = scene.therapist().post(Scene.sessionPath(session, "/sign"),
                Form.of("durationMinutes", PREPARATION.toMinutes(), "note", "Intention: to meet the fear kindly.")).expect(200);
        if (!signed.required("countsAsPreparation").asBoolean()) {
            throw new WalkthroughFailure("an hour of preparation, signed by a therapist, was to count as preparation");
        }
        scene.report().decided("preparation session " + signed.required("state").asText(), "60 minutes, signed: it counts");
    }

    void checkIn() {
        scene.time().advanceTo(scene.chart().dosingStart);
        Answer session = scene.monitor().post(Scene.sessionPath(scene.chart().dosingSessionId, "/check-in"),
                Form.of("escort", AdmissionForms.escort(scene.person()))).expect(200);
        scene.report().decided("the patient is " + session.required("state").asText(), "an escort is named");
    }

    void fillChecklist() {
        Answer checklist = scene.monitor().put(Scene.sessionPath(scene.chart().dosingSessionId, "/pre-dose-checklist"),
                TreatmentForms.checklist(scene)).ok();
        String result = checklist.required("result").asText();
        if (!result.equals("GO")) {
            throw new WalkthroughFailure("a checklist without any finding was to be GO and was " + result + ": " + checklist.required("rows"));
        }
        scene.report().decided("pre-dose checklist GO", checklist.required("rows").size() + " rows, each with what was found and its limit");
    }

    // ---- the dose and what follows ----------------------------------------------------------------------------

    void giveDose() {
        Answer dose = Waiting.until("session-service knows the baseline", () -> Optional.of(dose(scene.chart().dosingSessionId))
                .filter(answer -> !answer.reasons().equals(List.of("BASELINE_INCOMPLETE")))).expect(201);
        scene.chart().doseId = dose.id();
        scene.chart().doseGivenAt = Instant.parse(dose.required("administeredAt").asText());
        scene.report().decided("dose " + dose.required("doseNumber").asText() + " given: " + scene.chart().orderedMilligrams + " mg IM",
                "every guard held in one transaction; ledger balance now " + balance() + " mg");
    }

    /** The dose of the patient's session; refused or given, the API decides. */
    Answer dose(UUID session) {
        Instant now = scene.time().now();
        return scene.monitor().post(Scene.sessionPath(session, "/doses"), Form.of(
                "orderId", scene.chart().orderId,
                "lotId", scene.chart().lotId,
                "administeredAt", now,
                "administrationEndedAt", now,
                "doubleCheckedBy", scene.idOf("prescriber")));
    }

    /** The plan's points up to minute 60, with a rise of blood pressure at minute 20 that raises an alert. */
    void monitorFirstHour() {
        takeVitalSigns(0, 5, 10, 15);
        scene.time().advanceTo(minute(20));
        Answer risen = vitalSigns(TreatmentForms.risenPressure(minute(20)));
        JsonNode alert = risen.required("alerts").path(0);
        if (alert.isMissingNode()) {
            throw new WalkthroughFailure("158/92 after 122/76 was to raise an alert: " + risen.text());
        }
        scene.chart().alertId = UUID.fromString(alert.path("id").asText());
        scene.report().decided("blood pressure 158/92 at minute 20 raises an alert " + alert.path("severity").asText(),
                "codes " + String.join(", ", Answer.texts(alert.path("codes"))));
    }

    void acknowledgeAlert() {
        scene.prescriber().post(Scene.sessionPath(scene.chart().dosingSessionId, "/alerts/" + scene.chart().alertId + "/acknowledge"),
                Form.of("action", "Measured again after five minutes, therapist grounds, prescriber informed.")).ok();
        takeVitalSigns(25, 30, 40, 60);
        scene.report().decided("alert acknowledged", "measured every five minutes until two readings were fine again");
    }

    void refuseEarlyDischarge() {
        Answer refusal = discharge().expectRefusal(409, "discharge-criteria-unmet", "MINIMUM_OBSERVATION", "NOT_RECOVERED");
        scene.report().refused("no discharge an hour after the dose", "discharge-criteria-unmet: " + String.join(", ", refusal.reasons()));
    }

    void recover() {
        takeVitalSigns(90, 120);
        scene.time().advanceTo(minute(122));
        Answer recovery = scene.monitor().post(Scene.sessionPath(scene.chart().dosingSessionId, "/recovery-assessments"),
                TreatmentForms.recovery(scene.time().now())).ok();
        if (!recovery.required("recovered").asBoolean()) {
            throw new WalkthroughFailure("this patient was to be recovered; unmet: " + recovery.required("unmet"));
        }
        scene.report().decided("the patient is recovered", "Aldrete 10 of 10 and every other criterion");
    }

    void dischargeHome() {
        Answer discharged = discharge().ok();
        scene.report().decided("discharged with the escort", "state " + discharged.body().path("state").asText("COMPLETED")
                + "; observed for two hours, instructions written and spoken, next contact within a day");
    }

    private Answer discharge() {
        return scene.monitor().post(Scene.sessionPath(scene.chart().dosingSessionId, "/discharge"),
                TreatmentForms.discharge(scene.person(), scene.time().now()));
    }

    private void takeVitalSigns(int... minutes) {
        for (int minute : minutes) {
            scene.time().advanceTo(minute(minute));
            Answer taken = vitalSigns(TreatmentForms.vitalSigns(minute(minute), minute));
            if (!taken.required("alerts").isEmpty()) {
                throw new WalkthroughFailure("normal vital signs at minute " + minute + " were not to raise an alert: " + taken.text());
            }
        }
    }

    private Answer vitalSigns(Form reading) {
        return scene.monitor().post(Scene.sessionPath(scene.chart().dosingSessionId, "/vital-signs"), reading).ok();
    }

    private Instant minute(int afterDose) {
        return scene.chart().doseGivenAt.plus(Duration.ofMinutes(afterDose));
    }

    // ---- shared with the time after ---------------------------------------------------------------------------

    /** A session and when it is planned to start. */
    record Booked(UUID session, Instant start) {}

    /** Books the first free time from the given one on, in steps of half an hour. */
    Booked book(String kind, String role, Instant from, Duration length, UUID doseId) {
        for (Instant start = from; start.isBefore(from.plus(LOOK_AHEAD)); start = start.plus(Duration.ofMinutes(30))) {
            if (overMidnight(start, length)) {
                continue;
            }
            Answer answer = scene.therapist().post("/api/v1/sessions",
                    TreatmentForms.session(scene.chart(), kind, start, length, scene.idOf(role), doseId));
            if (!answer.code().equals("double-booked")) {
                return new Booked(answer.expect(201).id(), start);
            }
        }
        throw new WalkthroughFailure("the " + role + " is booked for the next " + LOOK_AHEAD.toHours() + " hours");
    }

    /** A pre-dose checklist is good for its own day (in these clinics the day of UTC), so no session runs into the next. */
    private static boolean overMidnight(Instant start, Duration length) {
        return !start.truncatedTo(ChronoUnit.DAYS).equals(start.plus(length).truncatedTo(ChronoUnit.DAYS));
    }

    /** The id of the patient's assessment of a time point, once outcome-service has opened it. */
    UUID awaitAssessment(String timePoint) {
        return Waiting.until("the assessment " + timePoint + " is open", () -> scene.therapist()
                .get("/api/v1/assessments?patientId=" + scene.chart().patientId).expect(200).items().stream()
                .filter(assessment -> assessment.path("timePoint").asText().equals(timePoint))
                .map(assessment -> UUID.fromString(assessment.path("id").asText())).findFirst());
    }

    private String ordersPath() {
        return "/api/v1/courses/" + scene.chart().courseId + "/dose-orders";
    }

    private String balance() {
        return scene.prescriber().get("/api/v1/ledger/balance?lotId=" + scene.chart().lotId).expect(200)
                .required("balanceMilligrams").asText();
    }

    private static String band(Answer response) {
        String band = response.body().path("band").asText("");
        return band.isEmpty() || band.equals("null") ? "" : " (" + band + ")";
    }
}
