package health.stillpoint.patient.practitioners.domain;

/** Why the register of staff says no. */
public abstract sealed class PractitionerRefusal extends RuntimeException {

    private PractitionerRefusal(String message) {
        super(message);
    }

    /** Nobody of this clinic has this id; also said of another clinic's staff. */
    public static final class NoSuchPractitioner extends PractitionerRefusal {
        public NoSuchPractitioner() {
            super("No such practitioner");
        }
    }

    /** Somebody else who works here signs in as this subject. */
    public static final class SubjectTaken extends PractitionerRefusal {
        public SubjectTaken() {
            super("The subject is another practitioner's");
        }
    }

    /** Somebody else who works here has this National Provider Identifier. */
    public static final class NpiTaken extends PractitionerRefusal {
        public NpiTaken() {
            super("The National Provider Identifier is another practitioner's");
        }
    }

    /** The clinic does not know whoever asks as a psychiatrist. */
    public static final class NotAPsychiatrist extends PractitionerRefusal {
        public NotAPsychiatrist() {
            super("Only a psychiatrist may do this");
        }
    }

    /** No longer works here. */
    public static final class Ended extends PractitionerRefusal {
        public Ended() {
            super("The practitioner no longer works here");
        }
    }
}
