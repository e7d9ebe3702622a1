package health.stillpoint.patient.referrals.api;

import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.api.ContactBody;
import health.stillpoint.patient.patients.api.PatientRequest;
import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.patients.api.SexAtBirthCode;
import health.stillpoint.patient.patients.api.ValidTimeZone;
import health.stillpoint.patient.referrals.domain.Submission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person whom a partner refers. */
@Schema(name = "ReferralSubmission")
public record ReferralRequest(
        @NotNull @Valid PersonBody person,
        @NotBlank @Size(max = 4000) @Schema(description = "Why the partner refers") String reason,
        @NotNull @Schema(description = "What the partner suspects; the clinic makes its own diagnosis") Diagnosis diagnosis,
        @NotNull Submission.Urgency urgency,
        @NotNull @Valid ConsentToReferBody consentToRefer,
        @Pattern(regexp = "[\\x21-\\x7e]{1,64}", message = "must be 1 to 64 visible ASCII characters")
                @Schema(description = "The partner's own number of this referral; each is taken once") String partnerReference) {

    /** Who is referred. */
    @Schema(name = "ReferredPerson")
    public record PersonBody(
            @NotNull @Valid PersonNameBody name,
            @NotNull @PastOrPresent LocalDate birthDate,
            @NotNull SexAtBirthCode sexAtBirth,
            @NotNull @Valid ContactBody contact,
            @NotNull @Pattern(regexp = PatientRequest.LANGUAGE, message = "must be a BCP 47 language tag")
                    @Schema(description = "BCP 47 language tag") String language,
            @NotNull @ValidTimeZone @Schema(description = "IANA time zone") String timeZone) {

        static PersonBody of(Submission.Person person) {
            return new PersonBody(PersonNameBody.of(person.name()), person.birthDate(), SexAtBirthCode.of(person.sexAtBirth()),
                    ContactBody.of(person.contact()), person.language(), person.timeZone());
        }

        Submission.Person toDomain() {
            return new Submission.Person(name.toDomain(), birthDate, sexAtBirth.toDomain(), contact.toDomain(), language, timeZone);
        }

        @Override
        public String toString() {
            return "ReferredPerson[withheld]";
        }
    }

    /** The person agreed to being referred; not a consent to hear anything back. */
    @Schema(name = "ConsentToRefer")
    public record ConsentToReferBody(
            @NotNull @AssertTrue(message = "must be given: without it nobody is referred") Boolean given,
            @NotNull Submission.ConsentToRefer.Form form,
            @NotNull @PastOrPresent LocalDate givenOn) { }

    static ReferralRequest of(Submission submission) {
        return new ReferralRequest(PersonBody.of(submission.person()), submission.reason(), submission.diagnosis(),
                submission.urgency(), new ConsentToReferBody(true, submission.consentToRefer().form(),
                        submission.consentToRefer().givenOn()), submission.partnerReference());
    }

    Submission toDomain() {
        return new Submission(person.toDomain(), reason, diagnosis, urgency,
                new Submission.ConsentToRefer(consentToRefer.form(), consentToRefer.givenOn()), partnerReference);
    }

    @Override
    public String toString() {
        return "ReferralRequest[withheld]";
    }
}
