package health.stillpoint.gateway.journey;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.stillpoint.gateway.journey.JourneyView.AssessmentSummary;
import health.stillpoint.gateway.journey.JourneyView.CandidacySummary;
import health.stillpoint.gateway.journey.JourneyView.ConsentSummary;
import health.stillpoint.gateway.journey.JourneyView.CourseSummary;
import health.stillpoint.gateway.journey.JourneyView.IntegrationTaskSummary;
import health.stillpoint.gateway.journey.JourneyView.PatientSummary;
import health.stillpoint.gateway.journey.JourneyView.SessionSummary;
import health.stillpoint.gateway.journey.JourneyView.TrajectoryPoint;
import health.stillpoint.gateway.journey.Section.State;
import health.stillpoint.gateway.routing.Upstream;
import health.stillpoint.gateway.upstream.ServiceCalls;
import health.stillpoint.gateway.upstream.ServiceCalls.Answer;
import health.stillpoint.gateway.upstream.ServiceCalls.OnBehalf;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import health.stillpoint.kit.problem.Problems;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Asks the three services at once, with the caller's own token, and lays their answers side by side. */
@ApplicationScoped
class Journeys {

    /** Reads only what a summary shows; services may say more. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String MOST = "limit=200";

    private final ServiceCalls services;

    Journeys(ServiceCalls services) {
        this.services = services;
    }

    /**
     * The journey as far as the services can tell it.
     *
     * @throws ProblemException 404 or 403 when the patient is not visible to the caller, 503 when no service answers
     */
    JourneyView of(UUID patientId, OnBehalf caller) {
        String patient = "/api/v1/patients/" + patientId;
        String byPatient = "?patientId=" + patientId + "&" + MOST;
        var person = services.get(Upstream.PATIENT, patient, caller);
        var candidacy = services.get(Upstream.PATIENT, patient + "/candidacy", caller);
        var consents = services.get(Upstream.PATIENT, patient + "/consents?" + MOST, caller);
        var courses = services.get(Upstream.SESSION, "/api/v1/courses" + byPatient, caller);
        var sessions = services.get(Upstream.SESSION, "/api/v1/sessions" + byPatient, caller);
        var tasks = services.get(Upstream.SESSION, "/api/v1/integration-tasks" + byPatient, caller);
        var assessments = services.get(Upstream.OUTCOME, "/api/v1/assessments" + byPatient, caller);
        var trajectory = services.get(Upstream.OUTCOME, patient + "/trajectory", caller);

        Section<PatientSummary> whom = one(visible(await(person)), PatientSummary.class);
        return assemble(patientId, whom,
                one(await(candidacy), CandidacySummary.class),
                list(await(consents), new TypeReference<List<ConsentSummary>>() { }),
                list(await(courses), new TypeReference<List<CourseSummary>>() { }),
                list(await(sessions), new TypeReference<List<SessionSummary>>() { }),
                list(await(tasks), new TypeReference<List<IntegrationTaskSummary>>() { }),
                list(await(assessments), new TypeReference<List<AssessmentSummary>>() { }),
                scores(await(trajectory)));
    }

    private static JourneyView assemble(UUID patientId, Section<PatientSummary> patient,
            Section<CandidacySummary> candidacy, Section<List<ConsentSummary>> consents,
            Section<List<CourseSummary>> courses, Section<List<SessionSummary>> sessions,
            Section<List<IntegrationTaskSummary>> tasks, Section<List<AssessmentSummary>> assessments,
            Section<List<TrajectoryPoint>> trajectory) {
        List<State> states = Stream.of(patient, candidacy, consents, courses, sessions, tasks, assessments, trajectory)
                .map(Section::state).toList();
        if (states.stream().allMatch(State.UNAVAILABLE::equals)) {
            throw new ProblemException(Problems.unavailable());
        }
        List<Milestone> milestones = new Milestones().consents(consents).courses(courses).sessions(sessions)
                .integrationTasks(tasks).assessments(assessments).scores(trajectory).inOrder();
        return new JourneyView(patientId, states.stream().allMatch(State.COMPLETE::equals), patient, candidacy, consents,
                courses, sessions, tasks, assessments, trajectory, milestones);
    }

    /** Whom the owner of the record hides has no journey, whatever the other services know. */
    private static Answer visible(Answer answer) {
        if (answer != null && answer.status() == 404) {
            throw new ProblemException(Problems.notFound());
        }
        if (answer != null && (answer.status() == 401 || answer.status() == 403)) {
            JsonNode said = answer.body();
            throw new ProblemException(Problem.of(answer.status(), said.path("code").asText("forbidden"),
                    said.path("title").asText("Not allowed for this caller")));
        }
        return answer;
    }

    private static <T> Section<T> one(Answer answer, Class<T> type) {
        State state = state(answer);
        return state == State.COMPLETE ? new Section<>(state, JSON.convertValue(answer.body(), type))
                : Section.missing(state);
    }

    private static <T> Section<List<T>> list(Answer answer, TypeReference<List<T>> type) {
        State state = state(answer);
        if (state != State.COMPLETE) {
            return Section.missing(state);
        }
        boolean more = answer.body().hasNonNull("next");
        return new Section<>(more ? State.PARTIAL : state, JSON.convertValue(answer.body().path("items"), type));
    }

    /** The points of all instruments in one list, each with its instrument. */
    private static Section<List<TrajectoryPoint>> scores(Answer answer) {
        State state = state(answer);
        if (state != State.COMPLETE) {
            return Section.missing(state);
        }
        List<TrajectoryPoint> points = new ArrayList<>();
        for (JsonNode series : answer.body().path("series")) {
            for (JsonNode point : series.path("points")) {
                ObjectNode named = point.deepCopy();
                named.set("instrument", series.path("instrument"));
                points.add(JSON.convertValue(named, TrajectoryPoint.class));
            }
        }
        return new Section<>(state, points);
    }

    private static State state(Answer answer) {
        if (answer == null || answer.status() >= 500) {
            return State.UNAVAILABLE;
        }
        return switch (answer.status()) {
            case 200 -> State.COMPLETE;
            case 401, 403 -> State.NOT_PERMITTED;
            case 404 -> State.UNKNOWN;
            default -> State.UNAVAILABLE;
        };
    }

    private static Answer await(Future<Answer> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException _) {
            return null; // Shown as UNAVAILABLE.
        }
    }
}
