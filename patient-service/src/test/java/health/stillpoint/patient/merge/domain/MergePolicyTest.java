package health.stillpoint.patient.merge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePolicyTest {

    private static MergePolicy.Side side(ProgrammeState state) {
        return new MergePolicy.Side(state, false, false, false);
    }

    @ParameterizedTest(name = "{1} into {0}: {2}")
    @CsvSource({
        "REFERRED, REFERRED,", "IN_COURSE, REFERRED,", "IN_COURSE, FOLLOW_UP,", "REFERRED, CONSENT,",
        "REFERRED, COURSE_COMPLETE,", "SUSPENDED, STOPPED,",
        "REFERRED, PREPARATION, DUPLICATE_IN_TREATMENT", "REFERRED, IN_COURSE, DUPLICATE_IN_TREATMENT",
        "FOLLOW_UP, MAINTENANCE, DUPLICATE_IN_TREATMENT", "CLOSED, SUSPENDED, DUPLICATE_IN_TREATMENT",
        "IN_COURSE, IN_COURSE, BOTH_IN_TREATMENT", "PREPARATION, SUSPENDED, BOTH_IN_TREATMENT"
    })
    void letsOnlyARecordOutOfTreatmentEnd(ProgrammeState survivor, ProgrammeState duplicate, MergePolicy.Reason expected) {
        var refusals = MergePolicy.refusals(side(survivor), side(duplicate));

        if (expected == null) {
            assertThat(refusals).isEmpty();
        } else {
            assertThat(refusals).containsExactly(expected);
        }
    }

    @Test
    void letsNoRecordWithAnOpenCourseEndWhateverItsState() {
        MergePolicy.Side open = new MergePolicy.Side(ProgrammeState.SCREENING, true, false, false);

        assertThat(MergePolicy.refusals(side(ProgrammeState.REFERRED), open)).containsExactly(MergePolicy.Reason.DUPLICATE_IN_TREATMENT);
        assertThat(MergePolicy.refusals(open, open)).containsExactly(MergePolicy.Reason.BOTH_IN_TREATMENT);
        assertThat(MergePolicy.refusals(open, side(ProgrammeState.REFERRED))).isEmpty();
    }

    @Test
    void saysEveryReasonAtOnce() {
        assertThat(MergePolicy.refusals(new MergePolicy.Side(ProgrammeState.CLOSED, false, true, true),
                        new MergePolicy.Side(ProgrammeState.IN_COURSE, false, false, true)))
                .containsExactly(MergePolicy.Reason.ERASED, MergePolicy.Reason.DUPLICATE_IN_TREATMENT,
                        MergePolicy.Reason.DUPLICATE_HAS_DRAFT);
    }
}
