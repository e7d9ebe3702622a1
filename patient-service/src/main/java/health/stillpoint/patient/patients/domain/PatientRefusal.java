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

    /** Born longer ago than anybody living. */
    public static final class BornTooLongAgo extends PatientRefusal {
        public BornTooLongAgo() {
            super("Born too long ago");
        }
    }

    /** The record was merged: the other one goes on for this person, and reads are led there. */
    public static final class Merged extends PatientRefusal {

        private final transient PatientId into;

        public Merged(PatientId into) {
            super("The record was merged into another one");
            this.into = into;
        }

        public PatientId into() {
            return into;
        }
    }

    /** The identity of this person was removed: nothing is written about them any more, and in the end nothing is kept to read. */
    public static final class Erased extends PatientRefusal {
        public Erased() {
            super("The identity of this person was removed");
        }
    }

    /** The patient is not known by this number now. */
    public static final class NoSuchIdentifier extends PatientRefusal {
        public NoSuchIdentifier() {
            super("No such identifier");
        }
    }

    /** Another patient of this clinic already carries one of these identifiers. */
    public static final class IdentifierTaken extends PatientRefusal {
        public IdentifierTaken() {
            super("An identifier already belongs to another patient");
        }
    }
}
