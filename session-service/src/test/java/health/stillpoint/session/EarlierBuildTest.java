package health.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.EarlierBuild;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database of the build that ended with V220 is upgraded with everything in it. */
class EarlierBuildTest {

    private static final UUID CLINIC = UUID.fromString("0b0e5a52-6f7d-4a26-9d8e-0d8f6b3f7a01");

    @Test
    void keepsWhatWasRecordedAndItsMigrationsNeverChange() throws SQLException {
        try (EarlierBuild build = EarlierBuild.of("session", 220)) {
            // Given
            build.execute(CLINIC, """
                    insert into patient_standing (clinic_id, id, version, low_start, dose_factor, codes)
                    values ('%s', gen_random_uuid(), 0, true, 0.5, 'CRITERIA_MET')""".formatted(CLINIC));

            // When
            build.upgrade();

            // Then
            assertThat(build.checksums()).containsAllEntriesOf(EarlierBuild.landed());
            assertThat(build.value(CLINIC, "select count(*) from patient_standing where low_start and liver_tested_on is null")).isEqualTo(1L);
        }
    }
}
