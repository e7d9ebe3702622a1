package health.stillpoint.patient.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgrammeFactsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void areCopiedWhole() {
        ProgrammeFacts facts = everything();

        assertThat(facts).hasNoNullFieldsOrProperties();
        assertThat(facts.copy()).isNotSameAs(facts).usingRecursiveComparison().isEqualTo(facts);
    }

    @Test
    void doNotChangeWithTheirCopy() {
        ProgrammeFacts facts = everything();
        ProgrammeFacts copy = facts.copy();

        copy.holdsOpen.clear();
        copy.missed.clear();
        copy.coursesPlanned.clear();

        assertThat(facts).usingRecursiveComparison().isEqualTo(facts.copy());
        assertThat(facts.holdsOpen).hasSize(1);
        assertThat(facts.missed).hasSize(1);
        assertThat(facts.coursesPlanned).hasSize(1);
    }

    private static ProgrammeFacts everything() {
        ProgrammeFacts facts = new ProgrammeFacts();
        facts.intakeOpened = true;
        facts.intakeSigned = true;
        facts.primaryEndpoint = "LSAS_SR";
        facts.screeningId = UUID.randomUUID();
        facts.screeningComplete = true;
        facts.screenedSinceDecision = true;
        facts.decisionId = UUID.randomUUID();
        facts.verdict = ProgrammeFact.Verdict.ACCEPTED;
        facts.lowStart = true;
        facts.decisionPending = true;
        facts.acceptedScreenedAt = NOON;
        facts.consentId = UUID.randomUUID();
        facts.consentsEnded.add(UUID.randomUUID());
        facts.preparationSessions.add(UUID.randomUUID());
        facts.baselineCompleted = true;
        facts.currentCourse = UUID.randomUUID();
        facts.coursesPlanned.put(facts.currentCourse, new ProgrammeFacts.PlannedCourse(true, NOON));
        facts.coursesCompleted.add(facts.currentCourse);
        facts.coursesStopped.add(UUID.randomUUID());
        facts.coursesUnbegun.add(UUID.randomUUID());
        facts.coursesEntered.add(facts.currentCourse);
        facts.holdsOpen.add(UUID.randomUUID());
        facts.holdsCleared.add(UUID.randomUUID());
        facts.assessed.put("EOC:LSAS_SR", new ProgrammeFacts.Answered(NOON, true));
        facts.missed.put(ProgrammeFact.TimePoint.FU_1M, NOON);
        return facts;
    }
}
