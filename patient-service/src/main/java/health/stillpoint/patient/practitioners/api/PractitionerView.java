package health.stillpoint.patient.practitioners.api;

import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member of the clinic's staff. */
@Schema(name = "Practitioner")
public record PractitionerView(
        UUID id,
        long version,
        PersonNameBody name,
        List<PractitionerIdentifierBody> identifiers,
        List<String> qualifications,
        List<PractitionerRole> roles,
        List<SpecialtyBody> specialties,
        UUID subjectId,
        boolean active,
        Instant activeFrom,
        @Schema(description = "Absent while the person works here") Instant endedAt,
        Practitioner.EndReason endReason) {

    static PractitionerView of(Versioned<Practitioner> stored) {
        Practitioner practitioner = stored.value();
        Practitioner.Employment.Ended ended =
                practitioner.employment() instanceof Practitioner.Employment.Ended left ? left : null;
        return new PractitionerView(practitioner.id().value(), stored.version(), PersonNameBody.of(practitioner.name()),
                practitioner.identifiers().stream().map(PractitionerIdentifierBody::of).toList(),
                practitioner.qualifications(), practitioner.roles().stream().sorted().toList(),
                practitioner.specialties().stream().map(SpecialtyBody::of)
                        .sorted(Comparator.comparing(SpecialtyBody::system).thenComparing(SpecialtyBody::code)).toList(),
                practitioner.subjectId(),
                practitioner.isActive(), practitioner.activeFrom(), ended == null ? null : ended.at(),
                ended == null ? null : ended.reason());
    }

    @Override
    public String toString() {
        return "PractitionerView[" + id + "]";
    }
}
