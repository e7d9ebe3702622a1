package health.stillpoint.patient.consent.api;

import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentPolicy;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.dosing.domain.Route;
import health.stillpoint.patient.patients.api.PatientRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A consent to be taken: which text, what was explained, who signs. */
public record ConsentRequest(
        @NotNull ConsentScope scope,
        @NotBlank @Size(max = 40) String templateVersion,
        @NotNull @Pattern(regexp = PatientRequest.LANGUAGE, message = "must be a BCP 47 language tag")
                String language,
        @NotNull @Size(max = 60) Set<@NotNull ConsentElement> elements,
        @NotNull @Valid SignerBody signer,
        @NotNull Boolean capacityAttested,
        @Valid WitnessBody witness,
        @Valid WitnessBody interpreter,
        @Schema(description = "Route explained, in a consent to treatment; that of the course it covers if absent") Route route,
        @Schema(description = "Clients (azp) of the partners it is for, each as clinic.partner of its referral names it: at least one with "
                + "PARTNER_SHARING, absent otherwise. Where the clinic keeps no list of its partners, a client misspelled is taken for one that refers "
                + "somebody later: it hears nothing.")
                @Size(max = 50) Set<@NotBlank @Size(max = 200) String> sharedWith) {

    /** Who signs. */
    public record SignerBody(@NotNull Consent.Signer.Kind kind, @NotBlank @Size(max = 200) String name) {

        @Override
        public String toString() {
            return "SignerBody[" + kind + "]";
        }
    }

    /** Who witnesses, or interprets. */
    public record WitnessBody(@NotBlank @Size(max = 200) String name, @Size(max = 100) String role) {

        @Override
        public String toString() {
            return "WitnessBody[withheld]";
        }
    }

    ConsentPolicy.Signing toSigning(UUID recordedBy) {
        return new ConsentPolicy.Signing(scope, templateVersion, language, elements,
                new Consent.Signer(signer.kind(), signer.name()), capacityAttested, person(witness), person(interpreter),
                route, sharedWith == null ? Set.of() : sharedWith, recordedBy);
    }

    private static Consent.Witness person(WitnessBody body) {
        return body == null ? null : new Consent.Witness(body.name(), body.role());
    }

    @Override
    public String toString() {
        return "ConsentRequest[withheld]";
    }
}
