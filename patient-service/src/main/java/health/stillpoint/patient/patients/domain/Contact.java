package health.stillpoint.patient.patients.domain;

/** How the clinic reaches the patient; at least one way is recorded (programme.md section 1, REFERRED). */
public record Contact(String phone, String email) {

    /** Never the number or the address: records end up in logs. */
    @Override
    public String toString() {
        return "Contact[withheld]";
    }
}
