package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.walkthrough.Reporter;
import health.stillpoint.local.walkthrough.Walkthrough;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One patient's whole path through the gateway, with every refusal that belongs to it. */
@Order(10)
class WalkthroughTest {

    @Test
    void takesAPatientFromRegistrationToAMeasuredResult() {
        List<String> refusals = new ArrayList<>();
        List<String> said = new ArrayList<>();
        List<Duration> moves = new ArrayList<>();

        Walkthrough.Made made = Paths.walk(Paths.client(), new Reporter() {
            @Override
            public void step(String title) {}

            @Override
            public void decided(String what, String why) {
                said.add(what + "; " + why);
            }

            @Override
            public void clockMoved(Duration by) {
                moves.add(by);
            }

            @Override
            public void refused(String what, String why) {
                refusals.add(what);
            }
        });

        assertThat(refusals).hasSizeGreaterThanOrEqualTo(8);
        assertThat(said).noneMatch(line -> line.matches(".*\\bP[0-9T]\\S*[HMD]\\b.*"))
                .anyMatch(line -> line.contains("sertraline (IX_AD, worth knowing"))
                .anyMatch(line -> line.contains("REPEAT; because BENEFIT_UNKNOWN: only the diagnosis's own measure counts"));
        assertThat(moves.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofHours(20));
        String patient = "/api/v1/patients/" + made.patientId();
        var trajectory = Http.to(SystemStack.gateway(), patient + "/trajectory").as(SystemStack.token("therapist", "harbor")).get();
        assertThat(trajectory.status()).isEqualTo(200);
        var journey = Http.to(SystemStack.gateway(), patient + "/journey").as(SystemStack.token("therapist", "harbor")).get();
        assertThat(journey.text()).contains(made.courseId().toString(), made.dosingSessionId().toString());
    }
}
