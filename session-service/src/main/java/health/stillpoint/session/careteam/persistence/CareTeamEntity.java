package health.stillpoint.session.careteam.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.careteam.domain.CareTeam;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of {@code care_team}; its id is the patient's. */
@Entity
@Table(name = "care_team")
public class CareTeamEntity extends ClinicEntity {

    public long revision;
    @JdbcTypeCode(SqlTypes.JSON)
    public List<CareTeam.Member> members;

    void copyFrom(CareTeam team) {
        revision = team.revision();
        members = team.members();
    }

    CareTeam toDomain() {
        return new CareTeam(id, revision, members);
    }
}
