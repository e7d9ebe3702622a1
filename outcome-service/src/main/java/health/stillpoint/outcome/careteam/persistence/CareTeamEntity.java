package health.stillpoint.outcome.careteam.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.careteam.domain.CareTeam;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code care_team}; its id is the patient's. */
@Entity
@Table(name = "care_team")
public class CareTeamEntity extends ClinicEntity {

    @Column(name = "revision", nullable = false)
    public long revision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "members", nullable = false)
    public List<CareTeam.Member> members;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "subjects", nullable = false)
    public UUID[] subjects;

    @Column(name = "heard", nullable = false)
    public boolean heard;

    @Column(name = "prescriber", nullable = false)
    public boolean prescriber;

    void copyFrom(CareTeam team) {
        revision = team.revision();
        members = team.members();
        subjects = team.subjects().stream().sorted().toArray(UUID[]::new);
        heard = team.isHeard();
        prescriber = team.hasPrescriber();
    }

    CareTeam toDomain() {
        return new CareTeam(new PatientId(id), revision, members);
    }
}
