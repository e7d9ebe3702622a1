package health.stillpoint.local.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionnairesTest {

    @Test
    void answers_add_up_and_stay_on_the_scale() {
        List<Integer> answers = Questionnaires.total(86, 48, 3);
        assertThat(answers).hasSize(48).allMatch(answer -> answer >= 0 && answer <= 3);
        assertThat(answers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(86);
    }

    @Test
    void a_total_beyond_the_scale_is_refused() {
        assertThatThrownBy(() -> Questionnaires.oasis(21)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_baseline_battery_has_the_length_of_its_instruments_and_raises_no_alarm() {
        Map<String, List<Integer>> battery = Questionnaires.baselineOf(SyntheticPatient.ofTheWalkthrough());
        assertThat(battery).hasEntrySatisfying("LSAS_SR", answers -> assertThat(answers).hasSize(48));
        assertThat(battery).hasEntrySatisfying("GAD7", answers -> assertThat(answers).hasSize(7));
        assertThat(battery).hasEntrySatisfying("OASIS", answers -> assertThat(answers).hasSize(5));
        assertThat(battery).hasEntrySatisfying("PHQ9", answers -> assertThat(answers).hasSize(9).last().isEqualTo(0));
        assertThat(battery).hasEntrySatisfying("CSSRS_SCREEN", answers -> assertThat(answers).hasSize(7).doesNotContain(1));
        assertThat(battery).hasSize(5);
    }
}
