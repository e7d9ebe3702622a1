package health.stillpoint.patient.careteam.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.careteam.domain.CareTeamRole;
import health.stillpoint.patient.careteam.domain.Membership;
import health.stillpoint.patient.careteam.domain.Seat;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A place in a care team; only its end is added. */
@Entity
@Table(name = "care_team_member")
class CareTeamMemberEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Column(name = "practitioner_id", updatable = false)
    UUID practitionerId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    CareTeamRole role;

    @Column(name = "member_from", updatable = false)
    Instant memberFrom;

    @Column(name = "member_to")
    Instant memberTo;

    @Column(name = "added_by", updatable = false)
    String addedBy;

    @Column(name = "removed_by")
    String removedBy;

    static CareTeamMemberEntity of(PatientId patientId, Membership membership) {
        CareTeamMemberEntity entity = new CareTeamMemberEntity();
        entity.id = membership.id();
        entity.patientId = patientId.value();
        entity.practitionerId = membership.seat().practitionerId().value();
        entity.role = membership.seat().role();
        entity.memberFrom = membership.from();
        entity.addedBy = membership.addedBy();
        entity.copyEnd(membership);
        return entity;
    }

    void copyEnd(Membership membership) {
        memberTo = membership.to();
        removedBy = membership.removedBy();
    }

    Membership toDomain() {
        return new Membership(id, new Seat(new PractitionerId(practitionerId), role), memberFrom, memberTo, addedBy, removedBy);
    }
}
