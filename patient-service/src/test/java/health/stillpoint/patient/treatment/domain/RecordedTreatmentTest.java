package health.stillpoint.patient.treatment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.patient.treatment.domain.RecordedTreatment.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedTreatmentTest {

    private static final UUID ID = UUID.fromString("0197a000-0000-7000-8000-0000000000a1");
    private static final UUID FIRST_AUTHOR = UUID.fromString("0197a000-0000-7000-8000-0000000000a2");
    private static final UUID OTHER_AUTHOR = UUID.fromString("0197a000-0000-7000-8000-0000000000a3");
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");

    private static PriorTreatment sertraline(int milligrams) {
        return new PriorTreatment(ID, TreatmentClass.SSRI, "sertraline", BigDecimal.valueOf(milligrams), 12, null, null, true,
                TreatmentOutcome.NONE, null, false, null, null);
    }

    private static RecordedTreatment recorded() {
        return RecordedTreatment.first(sertraline(150), FIRST_AUTHOR, AT);
    }

    @Test
    void isCorrectedByAFurtherVersionWithItsOwnAuthorAndReason() {
        RecordedTreatment corrected = recorded().correct(sertraline(50), "misread", OTHER_AUTHOR, AT.plusSeconds(60));

        assertThat(corrected).isEqualTo(new RecordedTreatment(
                sertraline(50), 1, Status.CORRECTED, "misread", OTHER_AUTHOR, AT.plusSeconds(60)));
        assertThat(corrected.counts()).isTrue();
        assertThat(corrected.correct(sertraline(75), "misread twice", FIRST_AUTHOR, AT).number()).isEqualTo(2);
    }

    @Test
    void countsNoLongerOnceItWasEnteredInErrorButSaysWhatItWas() {
        RecordedTreatment withdrawn = recorded().withdraw("wrong person", OTHER_AUTHOR, AT);

        assertThat(withdrawn.counts()).isFalse();
        assertThat(withdrawn.trial()).isEqualTo(sertraline(150));
        assertThat(withdrawn.number()).isEqualTo(1);
    }

    @Test
    void staysWithdrawn() {
        RecordedTreatment withdrawn = recorded().withdraw("wrong person", OTHER_AUTHOR, AT);

        assertThatThrownBy(() -> withdrawn.correct(sertraline(50), "after all", FIRST_AUTHOR, AT))
                .isInstanceOf(TreatmentRefusal.Withdrawn.class);
        assertThatThrownBy(() -> withdrawn.withdraw("again", FIRST_AUTHOR, AT)).isInstanceOf(TreatmentRefusal.Withdrawn.class);
    }
}
