package health.stillpoint.session.reaction.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.session.appointment.Appointments;
import health.stillpoint.session.dose.DoseReview;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.CandidacyOutcome;
import health.stillpoint.session.eligibility.domain.KnownConsent;
import health.stillpoint.session.eligibility.domain.StatedFactors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes over what patient-service says: who the patient is, whether they may be treated, and what they consented to. */
final class PatientFacts {

    private PatientFacts() {
    }

    /** Remembers birth year and sex at birth, for dose factor and ideal weight; told again when they were corrected. */
    @ApplicationScoped
    static class Registered implements EventHandler<PatientRegisteredV1> {

        private final Eligibility eligibility;

        Registered(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "patient.registered.v1";
        }

        @Override
        public Class<PatientRegisteredV1> dataType() {
            return PatientRegisteredV1.class;
        }

        @Override
        public void on(ReceivedEvent<PatientRegisteredV1> event) {
            PatientRegisteredV1 person = event.data();
            eligibility.registered(person.patientId(), person.birthYear(), person.sexAtBirth(), person.revision());
        }
    }

    /** Remembers the primary diagnosis. */
    @ApplicationScoped
    static class IntakeSigned implements EventHandler<IntakeSignedV1> {

        private final Eligibility eligibility;

        IntakeSigned(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "patient.intake-signed.v1";
        }

        @Override
        public Class<IntakeSignedV1> dataType() {
            return IntakeSignedV1.class;
        }

        @Override
        public void on(ReceivedEvent<IntakeSignedV1> event) {
            eligibility.diagnosed(event.data().patientId(), event.data().primaryDiagnosis());
        }
    }

    /** Remembers the latest decision; an outcome this release does not know is not an acceptance. */
    @ApplicationScoped
    static class CandidacyDecided implements EventHandler<CandidacyDecidedV1> {

        private final Eligibility eligibility;

        CandidacyDecided(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "patient.candidacy-decided.v1";
        }

        @Override
        public Class<CandidacyDecidedV1> dataType() {
            return CandidacyDecidedV1.class;
        }

        @Override
        public void on(ReceivedEvent<CandidacyDecidedV1> event) {
            CandidacyDecidedV1 decision = event.data();
            Set<String> codes = new HashSet<>(decision.reasonCodes() == null ? List.of() : decision.reasonCodes());
            codes.addAll(decision.conditions() == null ? List.of() : decision.conditions());
            eligibility.decided(decision.patientId(), decision.decisionId(), outcome(decision.outcome()), decision.decidedAt(),
                    decision.expiresAt(), decision.lowStart(), StatedFactors.told(decision.doseFactor(), decision.doseFactorParenteral()), codes, decision.liverTestedOn());
        }

        private static CandidacyOutcome outcome(String code) {
            return Arrays.stream(CandidacyOutcome.values()).filter(known -> known.name().equals(code)).findFirst()
                    .orElse(CandidacyOutcome.UNKNOWN);
        }
    }

    /** The decision no longer holds; a dose given after its end is looked at. */
    @ApplicationScoped
    static class CandidacyExpired implements EventHandler<CandidacyExpiredV1> {

        private final Eligibility eligibility;
        private final DoseReview review;

        CandidacyExpired(Eligibility eligibility, DoseReview review) {
            this.eligibility = eligibility;
            this.review = review;
        }

        @Override
        public String type() {
            return "patient.candidacy-expired.v1";
        }

        @Override
        public Class<CandidacyExpiredV1> dataType() {
            return CandidacyExpiredV1.class;
        }

        @Override
        public void on(ReceivedEvent<CandidacyExpiredV1> event) {
            eligibility.candidacyExpired(event.data().patientId(), event.data().decisionId(), event.data().expiredAt());
            review.candidacyEnded(event.data().patientId(), event.data().expiredAt());
        }
    }

    /** A consent stands. */
    @ApplicationScoped
    static class ConsentGranted implements EventHandler<ConsentGrantedV1> {

        private final Eligibility eligibility;

        ConsentGranted(Eligibility eligibility) {
            this.eligibility = eligibility;
        }

        @Override
        public String type() {
            return "patient.consent-granted.v1";
        }

        @Override
        public Class<ConsentGrantedV1> dataType() {
            return ConsentGrantedV1.class;
        }

        @Override
        public void on(ReceivedEvent<ConsentGrantedV1> event) {
            ConsentGrantedV1 consent = event.data();
            eligibility.consentGranted(consent.patientId(), consent.consentId(), consent.scope(), consent.signedAt(), consent.expiresAt());
        }
    }

    /** A consent is gone; without any treatment consent the sessions ahead are called off, and a dose given without is looked at. */
    @ApplicationScoped
    static class ConsentWithdrawn implements EventHandler<ConsentWithdrawnV1> {

        private final Eligibility eligibility;
        private final Appointments appointments;
        private final DoseReview review;

        ConsentWithdrawn(Eligibility eligibility, Appointments appointments, DoseReview review) {
            this.eligibility = eligibility;
            this.appointments = appointments;
            this.review = review;
        }

        @Override
        public String type() {
            return "patient.consent-withdrawn.v1";
        }

        @Override
        public Class<ConsentWithdrawnV1> dataType() {
            return ConsentWithdrawnV1.class;
        }

        @Override
        public void on(ReceivedEvent<ConsentWithdrawnV1> event) {
            ConsentWithdrawnV1 consent = event.data();
            boolean nothingLeft = eligibility.consentWithdrawn(consent.patientId(), consent.consentId(), consent.scope(), consent.withdrawnAt());
            if (nothingLeft && KnownConsent.TREATMENT.equals(consent.scope())) {
                appointments.cancelAhead(consent.patientId(), "CONSENT_WITHDRAWN");
            }
            if (KnownConsent.TREATMENT.equals(consent.scope())) {
                review.consentWithdrawn(consent.patientId(), consent.withdrawnAt());
            }
        }
    }
}
