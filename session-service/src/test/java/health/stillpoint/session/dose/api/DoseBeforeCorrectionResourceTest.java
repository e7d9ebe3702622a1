package health.stillpoint.session.dose.api;

import static health.stillpoint.session.fixtures.SessionSteps.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dose half an hour ago, written down after birth year or sex at birth was corrected. */
@ServiceTest
class DoseBeforeCorrectionResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");
    private UUID patient;
    private UUID course;
    private UUID session;
    private UUID order;
    private UUID lot;
    private Instant at;

    @BeforeEach
    void everythingWasAsItShouldBe() {
        patient = steps.patientReadyForTreatment();
        course = steps.plannedCourse(patient, "WEEKLY", "IM");
        steps.prepared(patient, course);
        at = steps.now().minus(Duration.ofMinutes(30));
        session = steps.dosingSessionWithGo(patient, course, at);
        order = steps.orderSignedBefore(at, course, 0.5);
        lot = steps.lot(500);
        steps.knowledgeIsFresh();
    }

    @Test
    void isWrittenDownAfterACorrectionThatItWasGivenBefore() {
        steps.corrected(patient, 1940, "female", 3);

        UUID dose = id(steps.give(session, order, lot, at).then().statusCode(201).body("recordedLate", equalTo(true)));

        assertThat(alerts("DOSED_BEFORE_CORRECTION")).isOne();
        steps.as("monitor").get("/api/v1/holds?patientId={id}&open=true", patient).then().body("items.code", contains("H_ENTITLEMENT"));
        assertThat(Database.count("select count(*) from dose where id = ? and dose_milligrams = 35", dose)).isOne();
    }

    @Test
    void isNotDatedBackBehindACorrectionWithoutACheckThatWasWrittenDownBefore() {
        steps.corrected(patient, 1987, "female", 3);
        steps.as("monitor").body(steps.checklist(at.minus(Duration.ofMinutes(20))))
                .put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200);

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("ORDER_OUTDATED"));
        assertThat(alerts("DOSED_BEFORE_CORRECTION")).isZero();
    }

    @Test
    void isRefusedAfterACorrectionThatTheReleaseBeforeHeard() {
        steps.corrected(patient, 1987, "female", 3);
        Database.execute("update patient_standing set person_corrections = null, person_corrected_at = ?::timestamptz where id = ?",
                at.minusSeconds(60).toString(), patient);

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("ORDER_OUTDATED"));
    }

    @Test
    void isRefusedForTheFirstOfTwoCorrectionsThatItWasGivenAfter() {
        steps.corrected(patient, 1987, "female", 3);
        UUID checked = steps.dosingSessionWithGoAfter(patient, course, steps.now());
        Instant between = steps.now();
        steps.corrected(patient, 1986, "female", 4);

        steps.give(checked, order, lot, between).then().statusCode(409).body("unmet", contains("ORDER_OUTDATED"));
    }

    private long alerts(String code) {
        return Database.count("select count(*) from vital_alert where session_id = ? and severity = 'ORANGE' and codes = ?", session, code);
    }
}
