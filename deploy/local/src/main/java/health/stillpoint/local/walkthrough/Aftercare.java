package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What follows a dose: the questions of the next day, integration, and what can be seen of it all. */
final class Aftercare {

    private static final Duration UNTIL_NEXT_DAY = Duration.ofHours(20);
    private static final Duration INTEGRATION = Duration.ofMinutes(50);

    private final Scene scene;
    private final Treatment treatment;

    Aftercare(Scene scene, Treatment treatment) {
        this.scene = scene;
        this.treatment = treatment;
    }

    void awaitIntegrationTask() {
        JsonNode task = integrationTask("OPEN", "the dose has opened an integration task");
        scene.chart().integrationTaskId = UUID.fromString(task.path("id").asText());
        scene.report().decided("the dose has opened one integration task", "due " + task.path("dueAt").asText() + "; the next dose waits for it");
    }

    void answerNextDay() {
        scene.time().advanceTo(scene.chart().doseGivenAt.plus(UNTIL_NEXT_DAY));
        scene.chart().nextDayAssessmentId = treatment.awaitAssessment("H24");
        Answer response = scene.therapist().post("/api/v1/assessments/" + scene.chart().nextDayAssessmentId + "/responses",
                Form.of("instrument", "OASIS", "answers", Questionnaires.oasis(scene.person().oasisAfter()))).expect(201);
        if (response.required("total").asInt() != scene.person().oasisAfter()) {
            throw new WalkthroughFailure("answers adding up to " + scene.person().oasisAfter() + " scored " + response.required("total"));
        }
        scene.report().decided("a day after the dose OASIS is " + response.required("total").asText() + " after "
                + scene.person().oasisBefore() + " at baseline",
                "change: " + String.join(", ", Answer.texts(response.required("change").path("status"))));
    }

    void refuseNextDoseBeforeIntegration() {
        Instant start = scene.time().now().plus(Duration.ofMinutes(1));
        UUID session = treatment.book("DOSING", "prescriber", start, Treatment.DOSING, null).session();
        Answer refusal = treatment.dose(session).expectRefusal(409, "dose-refused", "PREVIOUS_DOSE_NOT_INTEGRATED", "GAP_TOO_SHORT");
        scene.therapist().post(Scene.sessionPath(session, "/cancel"), Form.of("reason", "The first dose is not integrated yet.")).expect(200);
        scene.report().refused("no second dose", "dose-refused: " + String.join(", ", refusal.reasons()));
    }

    void integrate() {
        Treatment.Booked booked = treatment.book("INTEGRATION", "therapist", scene.time().now().plus(Duration.ofMinutes(5)),
                INTEGRATION, scene.chart().doseId);
        UUID session = booked.session();
        scene.chart().integrationSessionId = session;
        scene.time().advanceTo(booked.start());
        scene.therapist().post(Scene.sessionPath(session, "/check-in"), Form.of()).expect(200);
        scene.therapist().post(Scene.sessionPath(session, "/start"), Form.of()).expect(200);
        scene.time().advance(INTEGRATION);
        scene.therapist().post(Scene.sessionPath(session, "/integration-work"), Form.of(
                "modality", "COGNITIVE",
                "technique", "cognitive restructuring",
                "targetKind", "BELIEF",
                "target", "others laugh when I speak up",
                "sudsBefore", 6,
                "sudsAfter", 3,
                "homework", "one question in the team meeting",
                "adaptiveAnxietyChecked", true,
                "nextDoseReady", true)).ok();
        scene.therapist().post(Scene.sessionPath(session, "/sign"), Form.of("durationMinutes", INTEGRATION.toMinutes())).expect(200);
        JsonNode task = integrationTask("COMPLETED", "the integration task is completed");
        scene.report().decided("integration task COMPLETED by a session of 50 minutes", "completed " + task.path("completedAt").asText());
    }

    void adviseNextDose() {
        Answer advice = scene.prescriber().get("/api/v1/courses/" + scene.chart().courseId + "/next-dose-advice").expect(200);
        List<String> reasons = Answer.texts(advice.required("reasons"));
        scene.report().decided("advice for the next dose: " + advice.required("result").asText(),
                "because " + String.join(", ", reasons) + (reasons.contains("BENEFIT_UNKNOWN")
                        ? ": only the diagnosis's own measure counts, LSAS-SR, and it is asked every week; OASIS a day after the dose is a first sign"
                        : ""));
    }

    void readTrajectory() {
        Answer trajectory = scene.therapist().get(scene.patientPath("/trajectory")).expect(200);
        JsonNode oasis = StreamSupport.stream(trajectory.required("series").spliterator(), false)
                .filter(series -> series.path("instrument").asText().equals("OASIS")).findFirst()
                .orElseThrow(() -> new WalkthroughFailure("the trajectory has no OASIS: " + trajectory.text()));
        List<String> points = StreamSupport.stream(oasis.path("points").spliterator(), false)
                .map(point -> point.path("timePoint").asText() + " " + point.path("total").asText()).toList();
        Answer chart = scene.therapist().get(scene.patientPath("/trajectory.svg")).expect(200);
        if (!chart.text().contains("<svg") || chart.text().contains(scene.person().family())) {
            throw new WalkthroughFailure("the chart was to be an SVG that names nobody");
        }
        scene.report().decided("trajectory of OASIS: " + String.join(", ", points), "and a chart of " + chart.text().length() + " characters of SVG");
    }

    void readJourney() {
        Answer journey = Waiting.until("the journey shows the completed integration", () -> Optional.of(
                        scene.therapist().get(scene.patientPath("/journey")).expect(200))
                .filter(answer -> answer.required("milestones").findValuesAsText("kind").contains("INTEGRATION_COMPLETED")));
        if (!journey.required("complete").asBoolean()) {
            throw new WalkthroughFailure("every service was to have a part in the journey: " + journey.text());
        }
        scene.report().decided("the journey of " + scene.person().name() + " has " + journey.required("milestones").size() + " milestones",
                "state " + journey.required("patient").path("data").path("programmeState").asText());
    }

    private JsonNode integrationTask(String status, String what) {
        return Waiting.until(what, () -> scene.therapist()
                .get("/api/v1/integration-tasks?patientId=" + scene.chart().patientId).expect(200).items().stream()
                .filter(task -> task.path("doseId").asText().equals(scene.chart().doseId.toString()))
                .filter(task -> task.path("status").asText().equals(status)).findFirst());
    }
}
