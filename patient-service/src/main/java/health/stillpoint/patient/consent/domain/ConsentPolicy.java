package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** When a consent may be signed; every unmet condition is told at once (programme.md section 5). */
public final class ConsentPolicy {

    private final ConsentLimits limits;
    private final ConsentTemplates templates;

    public ConsentPolicy(ConsentLimits limits, ConsentTemplates templates) {
        this.limits = limits;
        this.templates = templates;
    }

    /**
     * What is about to be signed.
     *
     * @param capacityAttested a clinician attests that the person understands and can decide
     * @param route the route explained; null = that of the course it will cover
     * @param sharedWith clients of the partners it is for; named for partner sharing, and for that alone
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
            Route route,
            Set<String> sharedWith,
            UUID recordedBy) {

        public Signing {
            sharedWith = Set.copyOf(sharedWith);
        }

        @Override
        public String toString() {
            return "Signing[" + scope + "]";
        }
    }

    /**
     * What the clinic knows of the person at that moment.
     *
     * @param acceptedDecision the accepted candidacy in date; null = none
     * @param intake the latest signed intake; null = none
     * @param expectationConversationMissing the person expects a cure and nobody has spoken with them about it
     * @param capacityLacking the latest screening found that the person cannot consent
     * @param dosing what was heard of doses and recoveries
     * @param dosesUnheard the person may have been dosed, and what was heard is too old to exclude it
     * @param spokenLanguage BCP 47 tag of the language the person is spoken to in
     */
    public record Circumstances(UUID acceptedDecision, UUID intake, boolean expectationConversationMissing, boolean capacityLacking,
            DosingHistory dosing, boolean dosesUnheard, String spokenLanguage) { }

    /** Who cannot consent (section 4, NO_CAPACITY) consents to nothing, whoever attests otherwise or signs in their stead, until a later screening finds so. */
    public Consent sign(UUID id, PatientId patientId, Signing signing, Circumstances circumstances, Instant at) {
        ConsentTemplate template = templates.current(signing.scope());
        Optional<ConsentText> text = template.in(signing.language());
        List<ConsentRefusal> refusals = new ArrayList<>();
        refuseText(template, text.isPresent(), signing, refusals);
        if (circumstances.capacityLacking()) {
            refusals.add(new ConsentRefusal.CapacityLacking());
        }
        refuseIncomplete(template, signing, circumstances.spokenLanguage(), refusals);
        refuseWithoutClearHead(circumstances, at, refusals);
        if (signing.scope() == ConsentScope.TREATMENT) {
            refuseTreatment(circumstances, refusals);
        }
        if (!refusals.isEmpty()) {
            throw ConsentRefusal.all(refusals);
        }
        return new Consent(id, patientId, signing.scope(), signing.templateVersion(), signing.language(),
                template.digestOf(text.orElseThrow()), signing.elements(), signing.signer(), signing.witness(), signing.interpreter(), signing.recordedBy(),
                signing.scope() == ConsentScope.TREATMENT ? circumstances.acceptedDecision() : null,
                signing.scope() == ConsentScope.TREATMENT ? circumstances.intake() : null,
                signing.route(), signing.sharedWith(), at, at.plus(limits.validity()), new Consent.State.Given());
    }

    private void refuseText(ConsentTemplate template, boolean hasText, Signing signing, List<ConsentRefusal> refusals) {
        if (!template.version().equals(signing.templateVersion())) {
            refusals.add(new ConsentRefusal.TemplateNotCurrent(template.version()));
        }
        if (!hasText) {
            refusals.add(new ConsentRefusal.LanguageNotOffered(template.languages()));
        }
        if (signing.scope() != ConsentScope.PARTNER_SHARING && !signing.sharedWith().isEmpty()) {
            refusals.add(new ConsentRefusal.RecipientsNotAllowed());
        }
        List<String> unknown = limits.partners().stream()
                .flatMap(partners -> signing.sharedWith().stream().filter(named -> !partners.contains(named)))
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            refusals.add(new ConsentRefusal.NoSuchPartner(unknown));
        }
        if (signing.signer().kind() != Consent.Signer.Kind.PATIENT) {
            refusals.add(new ConsentRefusal.SignerNotPatient());
        }
    }

    private static void refuseIncomplete(
            ConsentTemplate template, Signing signing, String spokenLanguage, List<ConsentRefusal> refusals) {
        List<String> missing = new ArrayList<>();
        Set<ConsentElement> unexplained = EnumSet.noneOf(ConsentElement.class);
        unexplained.addAll(template.elements());
        unexplained.removeAll(signing.elements());
        unexplained.forEach(element -> missing.add(element.name()));
        if (!signing.capacityAttested()) {
            missing.add("CAPACITY_ATTESTED");
        }
        if (signing.interpreter() == null && !ConsentText.isSameLanguage(signing.language(), spokenLanguage)) {
            missing.add("INTERPRETER");
        }
        if (signing.scope() == ConsentScope.PARTNER_SHARING && signing.sharedWith().isEmpty()) {
            missing.add("SHARED_WITH");
        }
        if (!missing.isEmpty()) {
            refusals.add(new ConsentRefusal.Incomplete(missing));
        }
    }

    private static void refuseTreatment(Circumstances circumstances, List<ConsentRefusal> refusals) {
        if (circumstances.acceptedDecision() == null) {
            refusals.add(new ConsentRefusal.CandidacyRequired());
        }
        if (circumstances.expectationConversationMissing()) {
            refusals.add(new ConsentRefusal.ExpectationConversationRequired());
        }
    }

    /** Whether doses heard of since show that it was signed while the drug may have acted. */
    public boolean wasSignedSedated(Consent consent, DosingHistory dosing) {
        return dosing.mayHaveActedAt(consent.signedAt(), limits.afterDose());
    }

    /**
     * Nobody signs anything while sedated, or within a day of a dose; without a known recovery they count as sedated, and
     * without recent news of doses as dosed (our own: unknown means no).
     */
    private void refuseWithoutClearHead(Circumstances circumstances, Instant at, List<ConsentRefusal> refusals) {
        DosingHistory dosing = circumstances.dosing();
        if (dosing.mayBeSedated()) {
            refusals.add(new ConsentRefusal.NotRecovered());
        }
        dosing.lastDoseEndedAt().map(endedAt -> endedAt.plus(limits.afterDose())).filter(at::isBefore)
                .map(ConsentRefusal.TooSoonAfterDose::new).ifPresent(refusals::add);
        if (circumstances.dosesUnheard()) {
            refusals.add(new ConsentRefusal.DosesUnheard());
        }
    }
}
