package health.stillpoint.local.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReporterTest {

    @Test
    void saysHowFarTheClockWasMovedBeforeWhatCameOfIt() {
        // Given
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Reporter report = Reporter.to(new PrintStream(out));

        // When
        report.step("Recovery");
        report.clockMoved(Duration.ofMinutes(30));
        report.clockMoved(Duration.ofMinutes(32));
        report.decided("the patient is recovered", "");
        report.refused("no second dose", "");

        // Then
        assertThat(out.toString().lines().skip(1)).containsExactly(" 1  Recovery",
                "    > the clinic's clock is moved on by 1 hour 2 minutes", "    + the patient is recovered", "    x no second dose");
    }

    @ParameterizedTest
    @CsvSource({"PT120H, 5 days", "PT24H, 1 day", "PT3H30M, 3 hours 30 minutes", "PT26H, 1 day 2 hours", "PT19M59S, 19 minutes", "PT45S, 45 seconds"})
    void saysASpanInWords(String iso, String words) {
        assertThat(Words.span(Duration.parse(iso))).isEqualTo(words);
    }

    @Test
    void saysWhatAFindingIsAndWhatItWeighs() throws Exception {
        assertThat(Words.findings(new ObjectMapper().readTree("[{\"code\": \"IX_AD\", \"class\": \"INFO\", \"found\": \"sertraline\"}]")))
                .isEqualTo("sertraline (IX_AD, worth knowing, stands against nothing)");
        assertThat(Words.findings(new ObjectMapper().readTree("[]"))).isEqualTo("none");
    }
}
