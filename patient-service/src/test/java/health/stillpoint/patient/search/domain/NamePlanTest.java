package health.stillpoint.patient.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamePlanTest {

    @Test
    void findsNobodyWhenOneWordIsLikeNoName() {
        assertThat(NamePlan.of(2, List.of(new NameCandidate(1, "rivera", 1, 3)))).isEmpty();
        assertThat(NamePlan.of(0, List.of())).isEmpty();
    }

    @Test
    void readsTheBearersOfTheRarestWordAndAsksThemForTheOthers() {
        NamePlan plan = NamePlan.of(2, List.of(
                new NameCandidate(1, "maria", 1, 4_000),
                new NameCandidate(2, "rivera", 1, 20),
                new NameCandidate(2, "rivero", 0.6, 5))).orElseThrow();

        assertThat(plan.first()).containsExactlyInAnyOrderEntriesOf(Map.of("rivera", 1.0, "rivero", 0.6));
        assertThat(plan.others()).containsExactly(Map.of("maria", 1.0));
    }

    @Test
    void looksAtNoLessSimilarWordOnceEnoughPatientsBearTheBetterOnes() {
        NamePlan enough = NamePlan.of(1, List.of(
                new NameCandidate(1, "mario", 0.5, 10),
                new NameCandidate(1, "maria", 1, NamePlan.ENOUGH_BEARERS))).orElseThrow();
        NamePlan notYet = NamePlan.of(1, List.of(
                new NameCandidate(1, "mario", 0.5, 10),
                new NameCandidate(1, "maria", 1, NamePlan.ENOUGH_BEARERS - 1))).orElseThrow();

        assertThat(enough.first()).containsOnlyKeys("maria");
        assertThat(notYet.first()).containsOnlyKeys("maria", "mario");
    }
}
