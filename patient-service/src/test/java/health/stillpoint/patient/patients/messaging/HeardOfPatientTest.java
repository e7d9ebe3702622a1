package health.stillpoint.patient.patients.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HeardOfPatientTest {

    private static final PatientId MERGED = new PatientId(UUID.randomUUID());
    private static final PatientId MERGED_INTO = new PatientId(UUID.randomUUID());
    private static final PatientId GOES_ON = new PatientId(UUID.randomUUID());

    private final List<PatientId> reached = new ArrayList<>();

    @Test
    void countsForTheRecordThatGoesOnHoweverOftenItWasMerged() {
        hear(Map.of(MERGED, new PatientRefusal.Merged(MERGED_INTO), MERGED_INTO, new PatientRefusal.Merged(GOES_ON)));

        assertThat(reached).containsExactly(GOES_ON);
    }

    @Test
    void movesNothingWhenTheRecordThatWentOnIsErased() {
        assertThatCode(() -> hear(Map.of(MERGED, new PatientRefusal.Merged(GOES_ON), GOES_ON, new PatientRefusal.Erased())))
                .doesNotThrowAnyException();
        assertThatCode(() -> hear(Map.of(MERGED, new PatientRefusal.Erased()))).doesNotThrowAnyException();

        assertThat(reached).isEmpty();
    }

    @Test
    void cannotBeAppliedToNobody() {
        assertThatThrownBy(() -> hear(Map.of(MERGED, new PatientRefusal.NoSuchPatient()))).isInstanceOf(ImpossibleEvent.class);
    }

    private void hear(Map<PatientId, PatientRefusal> refusals) {
        HeardOfPatient.apply(MERGED.value(), patientId -> {
            if (refusals.containsKey(patientId)) {
                throw refusals.get(patientId);
            }
            reached.add(patientId);
        });
    }
}
