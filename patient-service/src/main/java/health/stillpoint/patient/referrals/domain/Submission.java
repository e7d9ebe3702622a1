package health.stillpoint.patient.referrals.domain;

import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import java.time.LocalDate;
import java.util.List;

/**
 * What a partner sent: never changed while it is kept, and all the partner sees of the person. FHIR ServiceRequest.
 *
 * @param reason why the partner refers, in its own words
 * @param diagnosis what the partner suspects
 * @param partnerReference the partner's own number of this referral; null = none
 */
public record Submission(
        Person person, String reason, Diagnosis diagnosis, Urgency urgency, ConsentToRefer consentToRefer, String partnerReference) {

    static final String ERASED = "[erased]";

    /** What is left when it must not tell any more who was referred: codes, and the year of birth. */
    public Submission withoutPerson() {
        return new Submission(person.unknown(), ERASED, diagnosis, urgency, consentToRefer, null);
    }

    /** The same under the partner's own number; null = none. */
    public Submission numbered(String reference) {
        return new Submission(person, reason, diagnosis, urgency, consentToRefer, reference);
    }

    /** How soon the partner asks for an answer. FHIR request priority {@code routine}, {@code urgent}, {@code asap}. */
    public enum Urgency { ROUTINE, URGENT, ASAP }

    /** Who is referred, as the partner knows them. */
    public record Person(
            PersonName name, LocalDate birthDate, SexAtBirth sexAtBirth, Contact contact, String language, String timeZone) {

        private Person unknown() {
            return new Person(new PersonName(ERASED, List.of(ERASED)), birthDate.withDayOfYear(1), sexAtBirth, new Contact(null, null),
                    "und", timeZone);
        }

        @Override
        public String toString() {
            return "Person[withheld]";
        }
    }

    /** The person agreed that the partner passes these data on; that is not a consent to hear anything back. */
    public record ConsentToRefer(Form form, LocalDate givenOn) {

        public enum Form { WRITTEN, VERBAL }
    }

    /** Never the person or the reason: records end up in logs. */
    @Override
    public String toString() {
        return "Submission[withheld]";
    }
}
