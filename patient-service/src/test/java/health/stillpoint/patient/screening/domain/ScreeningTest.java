package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Performed on 2026-03-02 at 10:00 UTC. */
class ScreeningTest {

    private static final PatientId PATIENT = new PatientId(UUID.fromString("0197a000-0000-7000-8000-0000000000f1"));

    private final Screening screening = new Screening(Person.SCREENING_ID, PATIENT, Person.answers(MissingNode.getInstance()),
            Person.PHYSICIAN, Instant.parse("2026-03-02T10:05:00Z"), false, List.of());

    @Test
    void knowsTheIntakeThatWasSignedLastBeforeIt() {
        Intake first = signed(2, "2026-02-01T10:00:00Z");
        Intake atThatMoment = signed(5, "2026-03-02T10:00:00Z");
        Intake after = signed(7, "2026-03-02T10:00:01Z");

        assertThat(screening.intakeKnown(List.of(after, first))).isEqualTo(first.content());
        assertThat(screening.intakeKnown(List.of(first, atThatMoment, after))).isEqualTo(atThatMoment.content());
    }

    @Test
    void knowsTheFirstIntakeSignedAfterItWhereThereWasNone() {
        Intake first = signed(2, "2026-03-03T10:00:00Z");
        Intake second = signed(7, "2026-03-04T10:00:00Z");

        assertThat(screening.intakeKnown(List.of(second, first))).isEqualTo(first.content());
        assertThat(screening.intakeKnown(List.of())).isNull();
    }

    private static Intake signed(int comfort, String at) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putObject("intake").put("comfortWithAlteredStates", comfort);
        IntakeContent content = Person.intake(given);
        return new Intake(UUID.randomUUID(), PATIENT, 1, content, Person.PHYSICIAN, new Intake.State.Signed(Person.PHYSICIAN, Instant.parse(at)));
    }
}
