package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** When a consent may be signed; every unmet condition is told at once (programme.md section 5). */
public final class ConsentPolicy {

    private final ConsentLimits limits;

    public ConsentPolicy(ConsentLimits limits) {
        this.limits = limits;
    }

    /**
     * What is about to be signed.
     *
     * @param capacityAttested a clinician attests that the person understands and can decide
     */
    public record Signing(
            ConsentScope scope,
            String templateVersion,
            String language,
            Set<ConsentElement> elements,
            Consent.Signer signer,
            boolean capacityAttested,
            Consent.Witness witness,
            Consent.Witness interpreter,
            UUID recordedBy) {

        @Override
        public String toString() {
            return "Signing[" + scope + "]";
        }
    }

    /**
     * What the clinic knows of the person at that moment.
     *
     * @param acceptedDecision the accepted candidacy in date; null = none
     * @param expectationConversationMissing the person expects a cure and nobody has spoken with them about it
     * @param lastDoseEndedAt end of the last dose; null = never dosed
     */
    public record Circumstances(
            UUID acceptedDecision, boolean expectationConversationMissing, Instant lastDoseEndedAt) { }

    public Consent sign(UUID id, PatientId patientId, Signing signing, Circumstances circumstances, Instant at) {
        ConsentTemplate template = ConsentTemplate.of(signing.scope(), signing.templateVersion())
                .filter(ConsentTemplate::current)
                .orElseThrow(() -> new ConsentRefusal.TemplateNotCurrent(ConsentTemplate.current(signing.scope()).version()));
        requireComplete(template, signing);
        if (signing.scope() == ConsentScope.TREATMENT) {
            requireTreatable(circumstances, at);
        }
        return new Consent(id, patientId, signing.scope(), signing.templateVersion(), signing.language(),
                signing.elements(), signing.signer(), signing.witness(), signing.interpreter(), signing.recordedBy(),
                signing.scope() == ConsentScope.TREATMENT ? circumstances.acceptedDecision() : null,
                at, at.plus(limits.validity()), new Consent.State.Given());
    }

    private static void requireComplete(ConsentTemplate template, Signing signing) {
        List<String> missing = new ArrayList<>();
        Set<ConsentElement> unexplained = EnumSet.noneOf(ConsentElement.class);
        unexplained.addAll(template.elements());
        unexplained.removeAll(signing.elements());
        unexplained.forEach(element -> missing.add(element.name()));
        if (!signing.capacityAttested()) {
            missing.add("CAPACITY_ATTESTED");
        }
        if (!missing.isEmpty()) {
            throw new ConsentRefusal.Incomplete(missing);
        }
    }

    private void requireTreatable(Circumstances circumstances, Instant at) {
        if (circumstances.acceptedDecision() == null) {
            throw new ConsentRefusal.CandidacyRequired();
        }
        if (circumstances.expectationConversationMissing()) {
            throw new ConsentRefusal.ExpectationConversationRequired();
        }
        Instant lastDose = circumstances.lastDoseEndedAt();
        if (lastDose != null && at.isBefore(lastDose.plus(limits.afterDose()))) {
            throw new ConsentRefusal.TooSoonAfterDose(lastDose.plus(limits.afterDose()));
        }
    }
}
