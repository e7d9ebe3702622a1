package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanLogTest {

    @Test
    void keepsThePlansOfTheSearchAndLeavesOutTheirStatementsAndEverythingElse() {
        String log = """
                2026-11-22 11:00:00.000 UTC [1] LOG:  duration: 0.020 ms  plan:
                \tQuery Text: select 1
                \tResult  (cost=0.00..0.01 rows=1 width=4) (actual time=0.001..0.001 rows=1.00 loops=1)
                2026-11-22 11:00:00.100 UTC [1] LOG:  duration: 4.200 ms  plan:
                \tQuery Text: select w.patient_id
                \t  from patient_name_word w where w.word = 'secret'
                \tLimit  (cost=0.43..5.00 rows=51 width=24) (actual time=0.100..0.200 rows=51.00 loops=1)
                \t  ->  Index Only Scan using pk_patient_name_word on patient_name_word w (cost=0.43..5.00 rows=51 width=24)
                """;

        String plans = PlanLog.of(log);

        assertThat(plans).startsWith("duration: 4.200 ms").contains("Limit", "Index Only Scan using pk_patient_name_word")
                .doesNotContain("Result", "secret", "cost=", "alike");
    }

    @Test
    void showsOfSeveralPlansAlikeTheFirst() {
        String count = """
                2026-11-22 11:00:0%1$d.000 UTC [1] LOG:  duration: 0.0%1$d0 ms  plan:
                \tQuery Text: select count(*) from patient_name_word
                \tIndex Only Scan using pk_patient_name_word (cost=0.43..5.00 rows=51 width=24) (actual time=0.%1$d..0.2 rows=%1$d.00 loops=1)
                """;

        String plans = PlanLog.of(count.formatted(1) + count.formatted(2) + count.formatted(3));

        assertThat(plans).startsWith("duration: 0.010 ms, the first of 3 alike").containsOnlyOnce("Index Only Scan");
    }
}
