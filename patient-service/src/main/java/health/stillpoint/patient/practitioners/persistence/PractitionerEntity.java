package health.stillpoint.patient.practitioners.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.practitioners.domain.NationalProviderIdentifier;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import health.stillpoint.patient.practitioners.domain.Specialty;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A member of staff. */
@Entity
@Table(name = "practitioner")
class PractitionerEntity extends ClinicEntity {

    @JdbcTypeCode(SqlTypes.JSON)
    PersonName name;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Identifier> identifiers;

    String npi;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> qualifications;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] roles;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Specialty> specialties;

    @Column(name = "subject_id")
    UUID subjectId;

    @Column(name = "active_from", updatable = false)
    Instant activeFrom;

    @Column(name = "ended_at")
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    Practitioner.EndReason endReason;

    @Column(name = "created_by", updatable = false)
    UUID createdBy;

    static PractitionerEntity of(Practitioner practitioner, UUID createdBy) {
        PractitionerEntity entity = new PractitionerEntity();
        entity.id = practitioner.id().value();
        entity.activeFrom = practitioner.activeFrom();
        entity.createdBy = createdBy;
        entity.copyFrom(practitioner);
        return entity;
    }

    void copyFrom(Practitioner practitioner) {
        name = practitioner.name();
        identifiers = practitioner.identifiers();
        npi = practitioner.npi().map(NationalProviderIdentifier::value).orElse(null);
        qualifications = practitioner.qualifications();
        roles = practitioner.roles().stream().map(Enum::name).toArray(String[]::new);
        specialties = List.copyOf(practitioner.specialties());
        subjectId = practitioner.subjectId();
        switch (practitioner.employment()) {
            case Practitioner.Employment.Active _ -> {
                endedAt = null;
                endReason = null;
            }
            case Practitioner.Employment.Ended ended -> {
                endedAt = ended.at();
                endReason = ended.reason();
            }
        }
    }

    Practitioner toDomain() {
        return new Practitioner(new PractitionerId(id), name, identifiers, qualifications,
                Arrays.stream(roles).map(PractitionerRole::valueOf).collect(Collectors.toSet()),
                Set.copyOf(specialties), subjectId, activeFrom,
                endedAt == null ? new Practitioner.Employment.Active() : new Practitioner.Employment.Ended(endReason, endedAt));
    }
}
