package health.stillpoint.session.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownConsentTest {

    private static KnownConsent signed(String from, String until) {
        return new KnownConsent(UUID.randomUUID(), UUID.randomUUID(), KnownConsent.TREATMENT, null, null, null)
                .granted(Instant.parse(from + "T09:00:00Z"), Instant.parse(until + "T09:00:00Z"));
    }

    @Test
    void countsFromTheFirstSignatureOfConsentsThatFollowEachOther() {
        KnownConsent first = signed("2025-03-03", "2026-03-03");
        KnownConsent renewed = signed("2026-03-03", "2027-03-03");

        assertThat(KnownConsent.since(List.of(renewed, first))).isEqualTo("2025-03-03T09:00:00Z");
        assertThat(KnownConsent.since(List.of(first, renewed))).isEqualTo("2025-03-03T09:00:00Z");
    }

    @Test
    void countsFromTheLastSignatureAfterAGap() {
        assertThat(KnownConsent.since(List.of(signed("2025-03-03", "2026-03-02"), signed("2026-03-03", "2027-03-03"))))
                .isEqualTo("2026-03-03T09:00:00Z");
    }

    @Test
    void leavesOutWhatWasWithdrawnOrNeverGranted() {
        KnownConsent withdrawn = signed("2025-03-03", "2026-03-03").withdrawn(Instant.parse("2026-01-01T09:00:00Z"));

        assertThat(KnownConsent.since(List.of(withdrawn, signed("2026-03-03", "2027-03-03")))).isEqualTo("2026-03-03T09:00:00Z");
        assertThat(KnownConsent.since(List.of(withdrawn))).isNull();
    }
}
