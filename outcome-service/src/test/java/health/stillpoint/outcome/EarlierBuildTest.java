package health.stillpoint.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.EarlierBuild;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of the build that ended with V131 is upgraded with everything in it. */
class EarlierBuildTest {

    private static final UUID CLINIC = UUID.fromString("0b0e5a52-6f7d-4a26-9d8e-0d8f6b3f7a01");
    private static final String ROOM = "select array_to_string(reloptions, ',') from pg_class where relname = 'assessment'";

    private EarlierBuild build;

    @BeforeEach
    void earlierBuildWithAnAssessment() throws SQLException {
        build = EarlierBuild.of("outcome", 131);
        build.execute(CLINIC, """
                insert into assessment (id, clinic_id, version, patient_id, time_point, anchor_id, opens_at, due_at, required, answered)
                values (gen_random_uuid(), '%s', 0, gen_random_uuid(), 'BASELINE', gen_random_uuid(), now(), now(), '{GAD7}', '{}')"""
                .formatted(CLINIC));
    }

    @AfterEach
    void end() {
        build.close();
    }

    @Test
    void keepsItsAssessmentsAndLeavesRoomForTheirChanges() throws SQLException {
        assertThat(build.value(CLINIC, ROOM)).isNull();

        // When
        build.upgrade();

        // Then
        assertThat(build.checksums()).isEqualTo(EarlierBuild.landed());
        assertThat(build.value(CLINIC, "select count(*) from assessment")).isEqualTo(1L);
        assertThat(build.value(CLINIC, ROOM)).isEqualTo("fillfactor=80");
    }

    @Test
    void mayHaveHadTheTextThatWasRewrittenInPlace() throws SQLException {
        // Given
        build.appliedAs(100, -913011118);

        // When
        build.upgrade();

        // Then
        assertThat(build.checksums()).isEqualTo(EarlierBuild.landed());
    }
}
