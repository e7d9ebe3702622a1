package health.stillpoint.patient.referrals.api;

import health.stillpoint.patient.patients.api.ContactPersonBody;
import health.stillpoint.patient.patients.api.IdentifierBody;
import health.stillpoint.patient.referrals.Referrals;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What registering a referred person needs beyond what the partner sent. */
public record ReferralRegistrationRequest(
        @Size(max = 100) String genderIdentity,
        @NotNull @Valid ContactPersonBody emergencyContact,
        @Size(max = 20) List<@NotNull @Valid ContactPersonBody> escorts,
        @Size(max = 20) List<@NotNull @Valid IdentifierBody> identifiers) {

    Referrals.Completion toDomain() {
        return new Referrals.Completion(genderIdentity, emergencyContact.toDomain(),
                escorts == null ? List.of() : escorts.stream().map(ContactPersonBody::toDomain).toList(),
                identifiers == null ? List.of() : identifiers.stream().map(IdentifierBody::toDomain).toList());
    }

    @Override
    public String toString() {
        return "ReferralRegistrationRequest[withheld]";
    }
}
