package health.stillpoint.patient.consent.api;

import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.LapseReason;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consent: which text version, who signed, when, until when, and whether it holds. */
public record ConsentView(
        UUID id,
        long version,
        UUID patientId,
        ConsentScope scope,
        String templateVersion,
        String language,
        @Schema(description = "SHA-256 of the text that was signed, as the template told it; absent if signed before texts were kept")
                String textDigest,
        List<ConsentElement> elements,
        ConsentRequest.SignerBody signer,
        ConsentRequest.WitnessBody witness,
        ConsentRequest.WitnessBody interpreter,
        UUID recordedBy,
        UUID decisionId,
        Route route,
        @Schema(description = "Clients of the partners it is for; with PARTNER_SHARING alone") List<String> sharedWith,
        Instant signedAt,
        Instant expiresAt,
        Consent.Status status,
        Instant endedAt,
        String withdrawalReason,
        List<LapseReason> lapseReasons) {

    static ConsentView of(Versioned<Consent> stored, Consent.Status status) {
        Consent consent = stored.value();
        return new ConsentView(consent.id(), stored.version(), consent.patientId().value(), consent.scope(),
                consent.templateVersion(), consent.language(), consent.textDigest(), consent.elements().stream().sorted().toList(),
                new ConsentRequest.SignerBody(consent.signer().kind(), consent.signer().name()),
                person(consent.witness()), person(consent.interpreter()), consent.recordedBy(), consent.decisionId(),
                consent.route(), consent.sharedWith().isEmpty() ? null : consent.sharedWith().stream().sorted().toList(),
                consent.signedAt(), consent.expiresAt(), status, endedAt(consent.state()),
                consent.state() instanceof Consent.State.Withdrawn withdrawn ? withdrawn.reason() : null,
                consent.state() instanceof Consent.State.Lapsed lapsed ? lapsed.reasons().stream().sorted().toList() : null);
    }

    private static Instant endedAt(Consent.State state) {
        return switch (state) {
            case Consent.State.Given _ -> null;
            case Consent.State.Withdrawn withdrawn -> withdrawn.at();
            case Consent.State.Lapsed lapsed -> lapsed.at();
        };
    }

    private static ConsentRequest.WitnessBody person(Consent.Witness witness) {
        return witness == null ? null : new ConsentRequest.WitnessBody(witness.name(), witness.role());
    }

    @Override
    public String toString() {
        return "ConsentView[" + id + "]";
    }
}
