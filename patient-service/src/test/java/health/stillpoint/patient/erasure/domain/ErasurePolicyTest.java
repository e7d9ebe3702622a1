package health.stillpoint.patient.erasure.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.erasure.domain.ErasurePolicy.Reason;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.risk.domain.RiskFlag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErasurePolicyTest {

    @ParameterizedTest(name = "somebody in {0} stays reachable")
    @EnumSource(value = ProgrammeState.class, names = {"PREPARATION", "IN_COURSE", "MAINTENANCE", "SUSPENDED"})
    void keepsWhoeverIsUnderTreatment(ProgrammeState state) {
        assertThat(refusals(state, Set.of(), false)).containsExactly(Reason.IN_TREATMENT);
    }

    @ParameterizedTest(name = "somebody in {0} with an open course stays reachable")
    @EnumSource(ProgrammeState.class)
    void keepsWhoeverHasACourseOpen(ProgrammeState state) {
        assertThat(ErasurePolicy.refusals(state, true, Set.of(), false)).containsExactly(Reason.IN_TREATMENT);
    }

    @ParameterizedTest(name = "{0} is refused as {1}")
    @CsvSource({"HOLD, OPEN_HOLD", "SAFETY_ALERT, OPEN_SAFETY_ALERT", "SUICIDE_RISK, SUICIDE_RISK"})
    void keepsWhoeverIsAtRisk(RiskFlag flag, Reason reason) {
        assertThat(refusals(ProgrammeState.STOPPED, Set.of(flag), false)).containsExactly(reason);
    }

    @Test
    void keepsWhoeverIsNotKnownToHaveRecovered() {
        assertThat(refusals(ProgrammeState.STOPPED, Set.of(), true)).containsExactly(Reason.NOT_RECOVERED);
    }

    @Test
    void letsAFindingAloneGo() {
        assertThat(refusals(ProgrammeState.STOPPED, Set.of(RiskFlag.RELATIVE_FINDING, RiskFlag.EXCLUDING_FINDING), false)).isEmpty();
    }

    @Test
    void countsTheRetentionPeriodFromTheLastContact() {
        Instant lastContact = Instant.parse("2026-03-02T23:30:00Z");
        Erasure erasure = Erasure.of(UUID.randomUUID(), new PatientId(UUID.randomUUID()), ErasureReason.OBJECTION,
                ErasureRequester.PATIENT, UUID.randomUUID(), lastContact.plusSeconds(864_000), lastContact, Period.ofYears(10));

        assertThat(erasure.keepUntil()).isEqualTo(LocalDate.of(2036, 3, 2));
    }

    @Test
    void tellsEveryReasonAtOnce() {
        assertThat(refusals(ProgrammeState.IN_COURSE, Set.of(RiskFlag.values()), true)).containsExactly(Reason.values());
    }

    private static List<Reason> refusals(ProgrammeState state, Set<RiskFlag> flags, boolean mayBeSedated) {
        return ErasurePolicy.refusals(state, false, flags, mayBeSedated);
    }
}
