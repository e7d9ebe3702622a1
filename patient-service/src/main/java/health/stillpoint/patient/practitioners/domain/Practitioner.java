package health.stillpoint.patient.practitioners.domain;

import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A member of the clinic's staff. FHIR Practitioner with the roles of its PractitionerRole. Who leaves is ended, never deleted.
 *
 * @param identifiers numbers, each of its own system; at most one National Provider Identifier
 * @param qualifications degrees and licenses as the clinic writes them
 * @param specialties fields of medicine the clinic has verified
 * @param subjectId subject of the tokens this person signs in with; null = does not sign in
 */
public record Practitioner(
        PractitionerId id,
        PersonName name,
        List<Identifier> identifiers,
        List<String> qualifications,
        Set<PractitionerRole> roles,
        Set<Specialty> specialties,
        UUID subjectId,
        Instant activeFrom,
        Employment employment) {

    public Practitioner {
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("A practitioner has at least one role");
        }
        identifiers = List.copyOf(identifiers);
        qualifications = List.copyOf(qualifications);
        roles = Set.copyOf(roles);
        specialties = Set.copyOf(specialties);
    }

    /** Whether somebody works here. */
    public sealed interface Employment {

        record Active() implements Employment { }

        /** Left; terminal. */
        record Ended(EndReason reason, Instant at) implements Employment { }
    }

    /** Why somebody no longer works here. */
    public enum EndReason { LEFT, RETIRED, LICENSE_LAPSED, DISMISSED, ENTERED_IN_ERROR, DECEASED }

    public boolean isActive() {
        return employment instanceof Employment.Active;
    }

    /** Whether the clinic knows this person, who still works here, as a psychiatrist. */
    public boolean isPsychiatrist() {
        return isActive() && specialties.stream().anyMatch(Specialty::isPsychiatry);
    }

    /** The National Provider Identifier, where there is one. */
    public Optional<NationalProviderIdentifier> npi() {
        return identifiers.stream()
                .filter(NationalProviderIdentifier::isSystemOf)
                .map(identifier -> new NationalProviderIdentifier(identifier.value()))
                .findFirst();
    }

    public Practitioner end(EndReason reason, Instant at) {
        return switch (employment) {
            case Employment.Active _ -> new Practitioner(id, name, identifiers, qualifications, roles, specialties, subjectId, activeFrom,
                    new Employment.Ended(reason, at));
            case Employment.Ended _ -> throw new PractitionerRefusal.Ended();
        };
    }

    /** The same person, who still works here; somebody who has left is not changed any more. */
    public Practitioner requireActive() {
        return switch (employment) {
            case Employment.Active _ -> this;
            case Employment.Ended _ -> throw new PractitionerRefusal.Ended();
        };
    }

    /** Never the name or a number: records end up in logs. */
    @Override
    public String toString() {
        return "Practitioner[" + id + "]";
    }
}
