package health.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding;
import health.stillpoint.session.adverseevent.domain.AdverseEventTerm;
import health.stillpoint.session.adverseevent.messaging.AdverseEventReportedV1;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import health.stillpoint.session.alert.messaging.VitalAlertRaisedV1;
import health.stillpoint.session.appointment.messaging.AppointmentBookedV1;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseState;
import health.stillpoint.session.course.domain.CourseTemplates;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.course.messaging.CourseCompletedV1;
import health.stillpoint.session.course.messaging.CoursePlannedV1;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.messaging.DoseAdministeredV1;
import health.stillpoint.session.hold.domain.Hold;
import health.stillpoint.session.hold.domain.HoldCode;
import health.stillpoint.session.hold.messaging.HoldClearedV1;
import health.stillpoint.session.hold.messaging.HoldPlacedV1;
import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.WindowPhase;
import health.stillpoint.session.integration.messaging.IntegrationCompletedV1;
import health.stillpoint.session.integration.messaging.IntegrationOverdueV1;
import health.stillpoint.session.order.domain.DoseLevel;
import health.stillpoint.session.recovery.domain.Discharge;
import health.stillpoint.session.recovery.messaging.SessionDischargedV1;
import health.stillpoint.session.session.domain.Escort;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.TreatmentSession;
import health.stillpoint.session.session.messaging.PreparationCompletedV1;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the service's own factories write is the golden example of each fact. */
class ProducedFactsContractTest {

    private static final UUID PATIENT = id(1);
    private static final UUID COURSE = id(2);
    private static final UUID SESSION = id(3);
    private static final UUID DOSE = id(4);
    private static final Instant DOSED = Instant.parse("2026-03-09T09:30:00Z");

    @Test
    void filesAgreeWithEachOther() {
        ContractChecks.contractFilesAgree();
    }

    @Test
    void coursesAreTold() {
        Course course = Course.plan(COURSE, PATIENT, CourseTemplates.standard().of(CourseType.WEEKLY), 6, Route.IM, "CANARY-goal", id(9),
                Instant.parse("2026-03-02T10:00:00Z"));

        golden(CoursePlannedV1.TYPE, CoursePlannedV1.of(course, "SOCIAL_ANXIETY"));
        golden(CourseCompletedV1.TYPE, CourseCompletedV1.of(
                course.end(CourseState.COMPLETED, "CANARY-reason", Instant.parse("2026-05-04T10:00:00Z")), "PLAN_COMPLETED"));
    }

    @Test
    void sessionsAreTold() {
        TreatmentSession session = TreatmentSession.book(SESSION, PATIENT, COURSE, SessionKind.DOSING, Instant.parse("2026-03-09T09:00:00Z"),
                Instant.parse("2026-03-09T12:30:00Z"), id(9), "CANARY-room", null);

        golden(AppointmentBookedV1.TYPE, AppointmentBookedV1.of(session));
        golden(PreparationCompletedV1.TYPE, PreparationCompletedV1.of(session, Instant.parse("2026-03-05T11:00:00Z")));
    }

    @Test
    void dosesAreTold() {
        Dose dose = new Dose(DOSE, PATIENT, COURSE, SESSION, id(5), id(11), 1, false, Route.IM, new BigDecimal("35"), new BigDecimal("0.493"),
                new BigDecimal("0.5"), DoseLevel.PSYCHOLYTIC, DOSED, DOSED, id(12), id(13), "CANARY-reason", DOSED, false);

        golden(DoseAdministeredV1.TYPE, DoseAdministeredV1.of(dose));
    }

    @Test
    void alertsAreTold() {
        VitalAlert alert = VitalAlert.raise(id(7), SESSION, PATIENT, Severity.ORANGE, Set.of(AlertCode.SYSTOLIC_RISE, AlertCode.SYSTOLIC_HIGH),
                DOSED, Instant.parse("2026-03-09T09:50:00Z"));

        golden(VitalAlertRaisedV1.TYPE, VitalAlertRaisedV1.of(alert));
    }

    @Test
    void adverseEventsAreTold() {
        AdverseEventFinding finding = new AdverseEventFinding(AdverseEventTerm.VOMITING, "CANARY-words", 3,
                Set.of(AdverseEventFinding.Criterion.ADMISSION), AdverseEventFinding.Relatedness.PROBABLE, true,
                AdverseEventFinding.DrugAction.WITHDRAWN, AdverseEventFinding.Outcome.RECOVERING, Instant.parse("2026-03-09T10:10:00Z"), null);
        AdverseEvent report = new AdverseEvent(id(16), id(15), 2, PATIENT, COURSE, SESSION, DOSE, finding, id(12),
                Instant.parse("2026-03-09T12:00:00Z"), "CANARY-reason");

        golden(AdverseEventReportedV1.TYPE, AdverseEventReportedV1.of(report));
    }

    @Test
    void dischargesAreTold() {
        Discharge discharge = new Discharge(id(14), SESSION, DOSE, PATIENT, Instant.parse("2026-03-09T11:32:00Z"), Instant.parse("2026-03-09T11:40:00Z"),
                new Escort("CANARY-Jo", "CANARY-sister", "CANARY-555"), true, true, DOSED.plus(Duration.ofHours(20)), true, id(12), DOSED, false);

        golden(SessionDischargedV1.TYPE, SessionDischargedV1.of(discharge, COURSE));
    }

    @Test
    void integrationIsTold() {
        IntegrationTask task = IntegrationTask.open(id(6), PATIENT, COURSE, DOSE, DOSED, Duration.ofHours(72)).recovered(DOSED.plus(Duration.ofHours(2)));

        golden(IntegrationOverdueV1.TYPE, IntegrationOverdueV1.of(task));
        golden(IntegrationCompletedV1.TYPE, IntegrationCompletedV1.of(task.complete(id(10), WindowPhase.PRIME, Instant.parse("2026-03-11T10:00:00Z"))));
    }

    @Test
    void holdsAreTold() {
        Hold hold = Hold.place(id(8), PATIENT, HoldCode.H_BP, HoldCode.H_BP.severity(), id(7), "CANARY-reason", null, Instant.parse("2026-03-09T09:50:00Z"));

        golden(HoldPlacedV1.TYPE, HoldPlacedV1.of(hold));
        golden(HoldClearedV1.TYPE, HoldClearedV1.of(hold.clear(id(12), "CANARY-why", null, Instant.parse("2026-03-11T09:00:00Z"))));
    }

    private static void golden(String type, Object data) {
        ContractChecks.isGoldenExample(type, data);
        assertThat(health.stillpoint.kit.outbox.EventJson.write(data)).doesNotContain("CANARY");
    }

    private static UUID id(int number) {
        return UUID.fromString("0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9b%02d".formatted(number));
    }
}
