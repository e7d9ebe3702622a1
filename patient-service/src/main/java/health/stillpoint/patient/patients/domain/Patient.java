package health.stillpoint.patient.patients.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A person referred to the programme. FHIR Patient.
 *
 * @param language BCP 47 tag of the language the patient is spoken to in
 * @param timeZone where the patient lives: ages and assessment windows are counted in this zone (schedules.md section 1)
 */
public record Patient(
        PatientId id,
        PersonName name,
        LocalDate birthDate,
        SexAtBirth sexAtBirth,
        String genderIdentity,
        Contact contact,
        ContactPerson emergencyContact,
        List<ContactPerson> escorts,
        String language,
        ZoneId timeZone,
        List<Identifier> identifiers,
        ProgrammeState programmeState,
        Instant registeredAt) {

    /** Youngest age in completed years: every trial the programme leans on treated adults (programme.md section 4, AGE_MINOR). */
    public static final int ADULT_AGE_YEARS = 18;

    /** Oldest age in completed years that is no slip of the pen (our own; the oldest person on record reached 122). */
    public static final int OLDEST_AGE_YEARS = 130;

    public Patient {
        escorts = List.copyOf(escorts);
        identifiers = List.copyOf(identifiers);
    }

    /** Completed years of age where the patient lives. */
    public int ageAt(Instant moment) {
        return ageAt(birthDate, moment, timeZone);
    }

    /** When the next year of age is completed where the patient lives. */
    public Instant nextBirthday(Instant moment) {
        int next = ageAt(moment) + 1;
        LocalDate day = birthDate.plusYears(next);
        LocalDate completed = Period.between(birthDate, day).getYears() < next ? day.plusDays(1) : day;
        return completed.atStartOfDay(timeZone).toInstant();
    }

    /** The same person if an adult at this moment, of an age people reach; otherwise the programme refuses them. */
    public Patient requireAdult(Instant moment) {
        requireAdult(birthDate, moment, timeZone);
        return this;
    }

    /** Refuses who is no adult at this moment where they live, or of an age nobody reaches; whoever registers or refers them. */
    public static void requireAdult(LocalDate birthDate, Instant moment, ZoneId zone) {
        int age = ageAt(birthDate, moment, zone);
        if (age > OLDEST_AGE_YEARS) {
            throw new PatientRefusal.BornTooLongAgo();
        }
        if (age < ADULT_AGE_YEARS) {
            throw new PatientRefusal.Minor();
        }
    }

    /** The same person in another state of the programme. */
    public Patient in(ProgrammeState state) {
        return new Patient(id, name, birthDate, sexAtBirth, genderIdentity, contact, emergencyContact, escorts, language,
                timeZone, identifiers, state, registeredAt);
    }

    /** The same person under these numbers. */
    private Patient knownBy(List<Identifier> numbers) {
        return new Patient(id, name, birthDate, sexAtBirth, genderIdentity, contact, emergencyContact, escorts, language,
                timeZone, numbers, programmeState, registeredAt);
    }

    /** The same person under one number more. */
    public Patient alsoKnownBy(Identifier further) {
        return knownBy(Stream.concat(identifiers.stream(), Stream.of(further)).distinct().toList());
    }

    /** The same person without this number. */
    public Patient noLongerKnownBy(Identifier former) {
        if (!identifiers.contains(former)) {
            throw new PatientRefusal.NoSuchIdentifier();
        }
        return knownBy(identifiers.stream().filter(number -> !number.equals(former)).toList());
    }

    /** Completed years between a birth date and a moment, both seen from one time zone. */
    public static int ageAt(LocalDate birthDate, Instant moment, ZoneId zone) {
        return Period.between(birthDate, moment.atZone(zone).toLocalDate()).getYears();
    }

    /** Never what identifies the person: records end up in logs. */
    @Override
    public String toString() {
        return "Patient[" + id + "]";
    }
}
