package health.stillpoint.patient.patients.domain;

/** Somebody beside the patient: the emergency contact, or an adult who takes the patient home. */
public record ContactPerson(String name, String relationship, String phone) {

    /** Never the person: records end up in logs. */
    @Override
    public String toString() {
        return "ContactPerson[withheld]";
    }
}
