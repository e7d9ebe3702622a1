package health.stillpoint.patient.consent.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.LapseReason;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One signed consent; only its end is added. */
@Entity
@Table(name = "consent")
class ConsentEntity extends ClinicEntity {

    /** How the state is stored. */
    enum Status { GIVEN, WITHDRAWN, LAPSED }

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    ConsentScope scope;

    @Column(name = "template_version", updatable = false)
    String templateVersion;

    @Column(updatable = false)
    String language;

    @Column(name = "text_digest", updatable = false)
    String textDigest;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Set<ConsentElement> elements;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Consent.Signer signer;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Consent.Witness witness;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Consent.Witness interpreter;

    @Column(name = "recorded_by", updatable = false)
    UUID recordedBy;

    @Column(name = "decision_id", updatable = false)
    UUID decisionId;

    @Column(name = "intake_id", updatable = false)
    UUID intakeId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Route route;

    /** Null = nobody. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "shared_with", updatable = false)
    Set<String> sharedWith;

    @Column(name = "signed_at", updatable = false)
    Instant signedAt;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "withdrawal_reason")
    String withdrawalReason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "lapse_reasons")
    Set<LapseReason> lapseReasons;

    @Column(name = "withdrawal_recorded_by")
    UUID withdrawalRecordedBy;

    static ConsentEntity of(Consent consent) {
        ConsentEntity entity = new ConsentEntity();
        entity.id = consent.id();
        entity.patientId = consent.patientId().value();
        entity.scope = consent.scope();
        entity.templateVersion = consent.templateVersion();
        entity.language = consent.language();
        entity.textDigest = consent.textDigest();
        entity.elements = consent.elements();
        entity.signer = consent.signer();
        entity.witness = consent.witness();
        entity.interpreter = consent.interpreter();
        entity.recordedBy = consent.recordedBy();
        entity.decisionId = consent.decisionId();
        entity.intakeId = consent.intakeId();
        entity.route = consent.route();
        entity.sharedWith = consent.sharedWith().isEmpty() ? null : consent.sharedWith();
        entity.signedAt = consent.signedAt();
        entity.expiresAt = consent.expiresAt();
        entity.copyState(consent);
        return entity;
    }

    void copyState(Consent consent) {
        switch (consent.state()) {
            case Consent.State.Given _ -> status = Status.GIVEN;
            case Consent.State.Withdrawn withdrawn -> {
                status = Status.WITHDRAWN;
                endedAt = withdrawn.at();
                withdrawalReason = withdrawn.reason();
                withdrawalRecordedBy = withdrawn.recordedBy();
            }
            case Consent.State.Lapsed lapsed -> {
                status = Status.LAPSED;
                endedAt = lapsed.at();
                lapseReasons = lapsed.reasons();
            }
        }
    }

    Consent toDomain() {
        Consent.State state = switch (status) {
            case GIVEN -> new Consent.State.Given();
            case WITHDRAWN -> new Consent.State.Withdrawn(withdrawalReason, withdrawalRecordedBy, endedAt);
            case LAPSED -> new Consent.State.Lapsed(lapseReasons == null ? Set.of() : lapseReasons, endedAt);
        };
        return new Consent(id, new PatientId(patientId), scope, templateVersion, language, textDigest, elements, signer, witness,
                interpreter, recordedBy, decisionId, intakeId, route, sharedWith == null ? Set.of() : sharedWith, signedAt, expiresAt, state);
    }
}
