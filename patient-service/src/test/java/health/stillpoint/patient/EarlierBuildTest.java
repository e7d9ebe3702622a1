package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.kit.testing.EarlierBuild;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of the build that ended with V170 is upgraded with everything in it. */
class EarlierBuildTest {

    private static final UUID CLINIC = UUID.fromString("0b0e5a52-6f7d-4a26-9d8e-0d8f6b3f7a01");
    private static final UUID PERSON = UUID.fromString("0b0e5a52-6f7d-4a26-9d8e-0d8f6b3f7a02");

    private EarlierBuild build;

    @BeforeEach
    void earlierBuildWithAPerson() throws SQLException {
        build = EarlierBuild.of("patient", 170);
        build.execute(CLINIC, """
                insert into patient (id, clinic_id, version, mrn, name, birth_date, sex_at_birth, contact, emergency_contact, escorts,
                    language, time_zone, identifiers, programme_state, registered_by)
                values ('%2$s', '%1$s', 0, 'M1', '{"family": "Haddad", "given": ["Noor"]}', '1980-02-03', 'FEMALE', '{}', '{}', '[]',
                    'en', 'UTC', '[]', 'INTAKE', gen_random_uuid());
                insert into patient_identifier (clinic_id, system, value, patient_id)
                values ('%1$s', 'https://numbers.example', ' aB1 ', '%2$s');
                insert into referral (id, clinic_id, version, partner, partner_reference, submission, received_at, standing, standing_since,
                    patient_id)
                values (gen_random_uuid(), '%1$s', 0, 'partner', 'P-7', '{"person": {"birthDate": "1980-02-03"}}', now(), 'ACCEPTED',
                    now(), '%2$s')""".formatted(CLINIC, PERSON));
        recordTreatmentAsBefore();
    }

    @AfterEach
    void end() {
        build.close();
    }

    @Test
    void keepsWhatWasRecorded() throws SQLException {
        // When
        build.upgrade();

        // Then
        assertThat(build.checksums()).isEqualTo(EarlierBuild.landed());
        assertThat(value("select count(*) from patient_identifier where compared = 'ab1'")).isEqualTo(1L);
        assertThat(value("select count(*) from prior_treatment where treatment_id = id and number = 0")).isEqualTo(1L);
        assertThat(value("select count(*) from name_candidates('hadad', 50, 0)")).isEqualTo(1L);
    }

    @Test
    void letsReplicasOfItRecordTreatmentsAndSearchWhileAReleaseRollsOut() throws SQLException {
        // Given
        build.upgrade();

        // When
        recordTreatmentAsBefore();

        // Then
        assertThat(value("select count(*) from prior_treatment where treatment_id = id and status = 'RECORDED'")).isEqualTo(2L);
        assertThat(value("select bearers from name_candidates('haddad')")).isEqualTo(1);
    }

    @Test
    void erasesAsThePresentBuildDoes() throws SQLException {
        // Given
        build.upgrade();

        // When
        build.execute(CLINIC, "select erase_identity('" + PERSON + "', now())");

        // Then
        assertThat(value("select partner_reference from referral")).isEqualTo("P-7");
        assertThat(value("select name ->> 'family' from patient")).isEqualTo("[erased]");
    }

    @Test
    void mayHaveHadTheTextsThatWereRewrittenInPlace() throws SQLException {
        // Given
        build.appliedAs(115, -406316195);
        build.appliedAs(160, 463164380);

        // When
        build.upgrade();

        // Then
        assertThat(build.checksums()).isEqualTo(EarlierBuild.landed());
    }

    @Test
    void isRefusedWithAnyOtherText() throws SQLException {
        build.appliedAs(115, 1);
        assertThatThrownBy(build::upgrade).isInstanceOf(FlywayValidateException.class);
    }

    private void recordTreatmentAsBefore() throws SQLException {
        build.execute(CLINIC, """
                insert into prior_treatment (id, clinic_id, version, patient_id, trial, recorded_by, recorded_at)
                values (gen_random_uuid(), '%s', 0, '%s', '{}', gen_random_uuid(), now())""".formatted(CLINIC, PERSON));
    }

    private Object value(String sql) throws SQLException {
        return build.value(CLINIC, sql);
    }
}
