package health.stillpoint.outcome.response;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentEvents;
import health.stillpoint.outcome.assessment.domain.AssessmentRefusal;
import health.stillpoint.outcome.assessment.domain.AssessmentRepository;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.Schedule;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.TreatedPatientRepository;
import health.stillpoint.outcome.instrument.domain.Branching;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.instrument.domain.ScoreAlert;
import health.stillpoint.outcome.instrument.domain.ScoringEngine;
import health.stillpoint.outcome.instrument.domain.ScoringRules;
import health.stillpoint.outcome.instrument.domain.Variant;
import health.stillpoint.outcome.response.domain.AnsweredBy;
import health.stillpoint.outcome.response.domain.AnsweringPolicy;
import health.stillpoint.outcome.response.domain.Baseline;
import health.stillpoint.outcome.response.domain.ChartingTime;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import health.stillpoint.outcome.response.domain.ResponseEvents;
import health.stillpoint.outcome.response.domain.ResponseId;
import health.stillpoint.outcome.response.domain.ResponseRefusal;
import health.stillpoint.outcome.response.domain.ResponseRepository;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import health.stillpoint.outcome.response.domain.Submission;
import health.stillpoint.outcome.safetyalert.SafetyAlerts;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes answers: scores them, compares them with the baseline, and raises what must be heard, all in one transaction. */
@ApplicationScoped
public class Responses {

    /** The context of alerts that count only at the end of an integration session. */
    private static final String END_OF_INTEGRATION = "end_of_integration_session";

    private final ResponseRepository responses;
    private final AssessmentRepository assessments;
    private final TreatedPatientRepository patients;
    private final SafetyAlerts alerts;
    private final InstrumentCatalogue catalogue;
    private final Schedule schedule;
    private final ResponseEvents events;
    private final AssessmentEvents assessmentEvents;
    private final ClinicClock clock;

    Responses(
            ResponseRepository responses,
            AssessmentRepository assessments,
            TreatedPatientRepository patients,
            SafetyAlerts alerts,
            InstrumentCatalogue catalogue,
            Schedule schedule,
            ResponseEvents events,
            AssessmentEvents assessmentEvents,
            ClinicClock clock) {
        this.responses = responses;
        this.assessments = assessments;
        this.patients = patients;
        this.alerts = alerts;
        this.catalogue = catalogue;
        this.schedule = schedule;
        this.events = events;
        this.assessmentEvents = assessmentEvents;
        this.clock = clock;
    }

    /** A response and the alerts it raised. */
    public record Taken(QuestionnaireResponse response, List<SafetyAlert> alerts) {}

    /** Takes the answers to one instrument of an assessment. */
    public Taken submit(Submission submission) {
        Instant now = clock.now();
        Instant answeredAt = submission.answeredAt().orElse(now);
        Assessment assessment = assessments
                .forAnswering(submission.assessment())
                .orElseThrow(AssessmentRefusal.NoSuchAssessment::new);
        Instrument instrument = admitted(submission, assessment, answeredAt, now);
        Score score = ScoringEngine.score(instrument, submission.answers(), variant(instrument.scoring(), assessment));
        ResponseId id = new ResponseId(Ids.next());
        Assessment.Effect effect =
                assessment.answer(instrument.code(), id.value(), score.status().hasTotal(), answeredAt);
        QuestionnaireResponse response = new QuestionnaireResponse(
                id,
                assessment.id(),
                assessment.patient(),
                assessment.timePoint(),
                submission.answers(),
                score,
                change(instrument, assessment, score),
                answeredAt,
                now,
                effect.late(),
                submission.ownRecord().isPresent() ? AnsweredBy.PATIENT : AnsweredBy.STAFF,
                effect.superseded().map(ResponseId::new),
                catalogue.version());
        responses.add(response, assessment);
        List<SafetyAlert> raised = hear(response, effect);
        events.scored(response);
        if (effect.completed() && assessment.timePoint() == TimePoint.BASELINE) {
            assessmentEvents.baselineCompleted(assessment, assessment.required().getFirst());
        }
        return new Taken(response, raised);
    }

    /** One response. */
    public QuestionnaireResponse withId(ResponseId id) {
        return responses.withId(id).orElseThrow(ResponseRefusal.NoSuchResponse::new);
    }

    private Instrument admitted(Submission submission, Assessment assessment, Instant answeredAt, Instant now) {
        if (submission.ownRecord().filter(own -> !own.equals(assessment.patient())).isPresent()) {
            throw new AssessmentRefusal.NoSuchAssessment();
        }
        ChartingTime.check(answeredAt, now);
        assessment.admit(submission.instrument(), schedule.batteryOf(assessment.timePoint()), answeredAt);
        Instrument instrument = catalogue.withCode(submission.instrument());
        return switch (AnsweringPolicy.decide(
                submission.ownRecord(), assessment.patient(), instrument.respondent())) {
            case ALLOWED -> instrument;
            case NOT_YOURS -> throw new AssessmentRefusal.NoSuchAssessment();
            case CLINICIAN_ONLY -> throw new ResponseRefusal.ClinicianOnly();
        };
    }

    private Variant variant(ScoringRules rules, Assessment assessment) {
        if (rules.branching() == Branching.CSSRS_SCREENER) {
            return assessment.timePoint().suicideScreenVariant();
        }
        if (rules.hasVariant(Variant.WITH_AGORAPHOBIA) && hasAgoraphobia(assessment.patient())) {
            return Variant.WITH_AGORAPHOBIA;
        }
        return rules.defaultVariant();
    }

    private boolean hasAgoraphobia(PatientId id) {
        return patients.withId(id)
                .flatMap(patient -> patient.diagnosis())
                .filter(PrimaryDiagnosis::hasAgoraphobia)
                .isPresent();
    }

    private Optional<Change> change(Instrument instrument, Assessment assessment, Score score) {
        if (assessment.timePoint().isBeforeFirstDose()) {
            return Optional.empty();
        }
        return Baseline.among(responses.baselineCandidates(assessment.patient(), instrument.code()))
                .flatMap(ScoredPoint::total)
                .flatMap(baseline -> Change.between(instrument, baseline, score));
    }

    private List<SafetyAlert> hear(QuestionnaireResponse response, Assessment.Effect effect) {
        boolean nothingMissing = response.score().alerts().stream()
                .noneMatch(alert -> alert.code().equals(ScoreAlert.SAFETY_ITEM_MISSING));
        if (nothingMissing) {
            effect.superseded().ifPresent(alerts::itemAnswered);
        }
        return response.score().alerts().stream()
                .filter(alert -> countsAt(response.timePoint(), alert))
                .map(alert -> alerts.raise(cause(response, alert)))
                .toList();
    }

    private static boolean countsAt(TimePoint timePoint, ScoreAlert alert) {
        return alert.context()
                .filter(context -> !(context.equals(END_OF_INTEGRATION) && timePoint == TimePoint.INTEGRATION))
                .isEmpty();
    }

    private static SafetyAlert.Cause cause(QuestionnaireResponse response, ScoreAlert alert) {
        return new SafetyAlert.Cause(
                response.patient(),
                Optional.of(response.id().value()),
                response.assessment().value(),
                response.score().instrument(),
                alert.code(),
                alert.severity(),
                alert.items(),
                alert.action());
    }
}
