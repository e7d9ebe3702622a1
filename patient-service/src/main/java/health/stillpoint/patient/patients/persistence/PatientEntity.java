package health.stillpoint.patient.patients.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.ContactPerson;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Row of the register; one row holds all of a person, so that reading and registering take one statement each. */
@Entity
@Table(name = "patient")
class PatientEntity extends ClinicEntity {

    @Column(updatable = false)
    String mrn;

    @JdbcTypeCode(SqlTypes.JSON)
    PersonName name;

    @Column(name = "birth_date")
    LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    @Column(name = "sex_at_birth")
    SexAtBirth sexAtBirth;

    @Column(name = "gender_identity")
    String genderIdentity;

    @JdbcTypeCode(SqlTypes.JSON)
    Contact contact;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "emergency_contact")
    ContactPerson emergencyContact;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ContactPerson> escorts;

    String language;

    @Column(name = "time_zone")
    String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Identifier> identifiers;

    @Enumerated(EnumType.STRING)
    @Column(name = "programme_state")
    ProgrammeState programmeState;

    @Column(name = "registered_at", updatable = false)
    Instant registeredAt;

    @Column(name = "registered_by", updatable = false)
    UUID registeredBy;

    @Column(name = "merged_into", insertable = false)
    UUID mergedInto;

    @Column(name = "merged_at", insertable = false)
    Instant mergedAt;

    @Column(name = "erased_at", insertable = false)
    Instant erasedAt;

    @Column(name = "facts_deleted_at", insertable = false, updatable = false)
    Instant factsDeletedAt;

    static PatientEntity of(Patient patient, UUID registeredBy) {
        PatientEntity entity = new PatientEntity();
        entity.id = patient.id().value();
        entity.registeredBy = registeredBy;
        entity.registeredAt = patient.registeredAt();
        entity.mrn = patient.identifiers().stream()
                .filter(identifier -> identifier.system().equals(Identifier.MEDICAL_RECORD_NUMBER))
                .map(Identifier::value)
                .findFirst()
                .orElseThrow();
        entity.copyFrom(patient);
        return entity;
    }

    void copyFrom(Patient patient) {
        name = patient.name();
        birthDate = patient.birthDate();
        sexAtBirth = patient.sexAtBirth();
        genderIdentity = patient.genderIdentity();
        contact = patient.contact();
        emergencyContact = patient.emergencyContact();
        escorts = patient.escorts();
        language = patient.language();
        timeZone = patient.timeZone().getId();
        identifiers = patient.identifiers();
        programmeState = patient.programmeState();
    }

    Patient toDomain() {
        return new Patient(new PatientId(id), name, birthDate, sexAtBirth, genderIdentity, contact, emergencyContact,
                escorts, language, ZoneId.of(timeZone), identifiers, programmeState, registeredAt);
    }
}
