package health.stillpoint.patient.patients.domain;

/** Why the register of patients says no. */
public abstract sealed class PatientRefusal extends RuntimeException {

    private PatientRefusal(String message) {
        super(message);
    }

    /** No patient of this clinic has this id; also said of another clinic's patient. */
    public static final class NoSuchPatient extends PatientRefusal {
        public NoSuchPatient() {
            super("No such patient");
        }
    }

    /** Younger than {@value Patient#ADULT_AGE_YEARS} years. */
    public static final class Minor extends PatientRefusal {
        public Minor() {
            super("The programme treats adults only");
        }
    }

    /** Another patient of this clinic already carries one of these identifiers. */
    public static final class IdentifierTaken extends PatientRefusal {
        public IdentifierTaken() {
            super("An identifier already belongs to another patient");
        }
    }
}
