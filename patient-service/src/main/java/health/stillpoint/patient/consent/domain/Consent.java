package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A signed consent: never changed, only withdrawn, lapsed or followed by another (programme.md section 5).
 *
 * @param language BCP 47 tag it was signed in; the text is that of its language, whatever the region
 * @param textDigest of the text as it was then ({@link ConsentTemplate#digestOf}); null = signed before texts were kept
 * @param recordedBy staff member who attests capacity
 * @param decisionId the accepted candidacy it rests on; null outside treatment
 * @param intakeId the signed intake known at signing; null outside treatment, or signed before it was kept
 * @param route the route explained; null = that of the course it covers
 * @param sharedWith clients of the partners it is for; empty outside partner sharing
 */
public record Consent(
        UUID id,
        PatientId patientId,
        ConsentScope scope,
        String templateVersion,
        String language,
        String textDigest,
        Set<ConsentElement> elements,
        Signer signer,
        Witness witness,
        Witness interpreter,
        UUID recordedBy,
        UUID decisionId,
        UUID intakeId,
        Route route,
        Set<String> sharedWith,
        Instant signedAt,
        Instant expiresAt,
        State state) {

    public Consent {
        elements = Set.copyOf(elements);
        sharedWith = Set.copyOf(sharedWith);
    }

    /** Who signed. */
    public record Signer(Kind kind, String name) {

        public enum Kind {
            PATIENT,
            /** Refused: who has capacity signs themselves, for who lacks it nobody signs. May stand by as {@link Witness}. */
            LEGAL_REPRESENTATIVE
        }

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

        /** No longer covers the case, or its time is over. */
        record Lapsed(Set<LapseReason> reasons, Instant at) implements State {
            public Lapsed {
                reasons = Set.copyOf(reasons);
            }
        }
    }

    /** How a consent reads to the clinic. */
    public enum Status { ACTIVE, WITHDRAWN, LAPSED, EXPIRED }

    public Status statusAt(Instant at) {
        return switch (state) {
            case State.Withdrawn _ -> Status.WITHDRAWN;
            case State.Lapsed lapsed -> lapsed.reasons().contains(LapseReason.EXPIRED) ? Status.EXPIRED : Status.LAPSED;
            case State.Given _ -> at.isBefore(expiresAt) ? Status.ACTIVE : Status.EXPIRED;
        };
    }

    /** Whether the person named this partner's client. */
    public boolean isSharedWith(String partner) {
        return sharedWith.contains(partner);
    }

    public Consent withdraw(String reason, UUID by, Instant at) {
        if (statusAt(at) != Status.ACTIVE) {
            throw new ConsentRefusal.NotActive();
        }
        return with(new State.Withdrawn(reason, by, at));
    }

    /** Ends a consent that covers the case no longer; one that has ended already stays as it is. */
    public Consent lapse(Set<LapseReason> reasons, Instant at) {
        return state instanceof State.Given ? with(new State.Lapsed(reasons, at)) : this;
    }

    /** Gives way to a newer one of the same scope, expired or not. */
    public Consent replacedBy(Consent newer) {
        return lapse(Set.of(LapseReason.REPLACED), newer.signedAt());
    }

    private Consent with(State changed) {
        return new Consent(id, patientId, scope, templateVersion, language, textDigest, elements, signer, witness, interpreter,
                recordedBy, decisionId, intakeId, route, sharedWith, signedAt, expiresAt, changed);
    }

    /** Never who signed: records end up in logs. */
    @Override
    public String toString() {
        return "Consent[" + id + "]";
    }
}
