package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A signed consent: never changed, only withdrawn, lapsed or followed by another (programme.md section 5).
 *
 * @param recordedBy staff member who attests capacity
 * @param decisionId the accepted candidacy it rests on; null outside treatment
 */
public record Consent(
        UUID id,
        PatientId patientId,
        ConsentScope scope,
        String templateVersion,
        String language,
        Set<ConsentElement> elements,
        Signer signer,
        Witness witness,
        Witness interpreter,
        UUID recordedBy,
        UUID decisionId,
        Instant signedAt,
        Instant expiresAt,
        State state) {

    public Consent {
        elements = Set.copyOf(elements);
    }

    /** Who signed. */
    public record Signer(Kind kind, String name) {

        public enum Kind { PATIENT, LEGAL_REPRESENTATIVE }

        @Override
        public String toString() {
            return "Signer[" + kind + "]";
        }
    }

    /** Who witnessed, or who interpreted. */
    public record Witness(String name, String role) {

        @Override
        public String toString() {
            return "Witness[withheld]";
        }
    }

    /** Where a consent stands; expiry follows from its date. */
    public sealed interface State {

        record Given() implements State { }

        /** Taken back by the person: at once, and without conditions. */
        record Withdrawn(String reason, UUID recordedBy, Instant at) implements State {

            @Override
            public String toString() {
                return "Withdrawn[" + at + "]";
            }
        }

        /** No longer covers the case: the diagnosis changed or a new absolute or relative finding appeared. */
        record Lapsed(Instant at) implements State { }
    }

    /** How a consent reads to the clinic. */
    public enum Status { ACTIVE, WITHDRAWN, LAPSED, EXPIRED }

    public Status statusAt(Instant at) {
        return switch (state) {
            case State.Withdrawn _ -> Status.WITHDRAWN;
            case State.Lapsed _ -> Status.LAPSED;
            case State.Given _ -> at.isBefore(expiresAt) ? Status.ACTIVE : Status.EXPIRED;
        };
    }

    public Consent withdraw(String reason, UUID by, Instant at) {
        if (statusAt(at) != Status.ACTIVE) {
            throw new ConsentRefusal.NotActive();
        }
        return with(new State.Withdrawn(reason, by, at));
    }

    public Consent lapse(Instant at) {
        return statusAt(at) == Status.ACTIVE ? with(new State.Lapsed(at)) : this;
    }

    /** Gives way to a newer one of the same scope, expired or not. */
    public Consent replacedBy(Consent newer) {
        return with(new State.Lapsed(newer.signedAt()));
    }

    private Consent with(State changed) {
        return new Consent(id, patientId, scope, templateVersion, language, elements, signer, witness, interpreter,
                recordedBy, decisionId, signedAt, expiresAt, changed);
    }

    /** Never who signed: records end up in logs. */
    @Override
    public String toString() {
        return "Consent[" + id + "]";
    }
}
