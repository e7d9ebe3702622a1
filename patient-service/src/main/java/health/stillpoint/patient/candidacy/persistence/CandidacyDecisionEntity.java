package health.stillpoint.patient.candidacy.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.candidacy.domain.CandidacyInputs;
import health.stillpoint.patient.candidacy.domain.CandidacyOutcome;
import health.stillpoint.patient.candidacy.domain.CandidacyResult;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One decision with its inputs and its result; only its state moves on. */
@Entity
@Table(name = "candidacy_decision")
class CandidacyDecisionEntity extends ClinicEntity {

    /** How the state is stored. */
    enum Status { AWAITING_SECOND_READER, IN_FORCE, NOT_CONFIRMED, ENDED }

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    CandidacyInputs inputs;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    CandidacyResult result;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    CandidacyOutcome outcome;

    @Column(name = "decided_by", updatable = false)
    UUID decidedBy;

    @Column(name = "decided_at", updatable = false)
    Instant decidedAt;

    @Column(updatable = false)
    String rationale;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    Status status;

    @Column(name = "status_since")
    Instant statusSince;

    @Column(name = "second_reader")
    UUID secondReader;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "end_reason_codes")
    List<String> endReasonCodes;

    static CandidacyDecisionEntity of(CandidacyDecision decision) {
        CandidacyDecisionEntity entity = new CandidacyDecisionEntity();
        entity.id = decision.id();
        entity.patientId = decision.patientId().value();
        entity.inputs = decision.inputs();
        entity.result = decision.result();
        entity.outcome = decision.result().outcome();
        entity.decidedBy = decision.decidedBy();
        entity.decidedAt = decision.decidedAt();
        entity.rationale = decision.rationale();
        entity.expiresAt = decision.expiresAt();
        entity.copyState(decision);
        return entity;
    }

    void copyState(CandidacyDecision decision) {
        switch (decision.state()) {
            case CandidacyDecision.State.AwaitingSecondReader _ -> {
                status = Status.AWAITING_SECOND_READER;
                statusSince = decision.decidedAt();
            }
            case CandidacyDecision.State.InForce inForce -> {
                status = Status.IN_FORCE;
                statusSince = inForce.since();
                secondReader = inForce.secondReader();
            }
            case CandidacyDecision.State.NotConfirmed notConfirmed -> {
                status = Status.NOT_CONFIRMED;
                statusSince = notConfirmed.at();
                secondReader = notConfirmed.secondReader();
            }
            case CandidacyDecision.State.Ended ended -> {
                status = Status.ENDED;
                statusSince = ended.at();
                secondReader = ended.secondReader();
                endReasonCodes = ended.reasonCodes();
            }
        }
    }

    CandidacyDecision toDomain() {
        CandidacyDecision.State state = switch (status) {
            case AWAITING_SECOND_READER -> new CandidacyDecision.State.AwaitingSecondReader();
            case IN_FORCE -> new CandidacyDecision.State.InForce(secondReader, statusSince);
            case NOT_CONFIRMED -> new CandidacyDecision.State.NotConfirmed(secondReader, statusSince);
            case ENDED -> new CandidacyDecision.State.Ended(secondReader, endReasonCodes, statusSince);
        };
        return new CandidacyDecision(
                id, new PatientId(patientId), inputs, result, decidedBy, decidedAt, rationale, expiresAt, state);
    }
}
