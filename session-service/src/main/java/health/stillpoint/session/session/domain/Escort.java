package health.stillpoint.session.session.domain;

/** The adult who takes the patient home; personal data, never in an event or a log. */
public record Escort(String name, String relationship, String phone) {

    /** Name, relationship and phone are all recorded (dosing section 6, discharge extras). */
    public boolean complete() {
        return filled(name) && filled(relationship) && filled(phone);
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "Escort[...]";
    }
}
