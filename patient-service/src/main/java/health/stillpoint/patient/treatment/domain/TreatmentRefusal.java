package health.stillpoint.patient.treatment.domain;

/** Why an earlier treatment is not recorded, corrected or withdrawn. */
public abstract sealed class TreatmentRefusal extends RuntimeException {

    private TreatmentRefusal(String message) {
        super(message);
    }

    /** Its drug belongs to another class. */
    public static final class ClassContradicted extends TreatmentRefusal {
        public ClassContradicted() {
            super("The drug belongs to another class");
        }
    }

    /** There is no such treatment in the record. */
    public static final class NoSuchTreatment extends TreatmentRefusal {
        public NoSuchTreatment() {
            super("No such treatment");
        }
    }

    /** It was entered in error: there is nothing to correct. */
    public static final class Withdrawn extends TreatmentRefusal {
        public Withdrawn() {
            super("Entered in error");
        }
    }

    /** It would have begun before the person was born. */
    public static final class BeforeBirth extends TreatmentRefusal {
        public BeforeBirth() {
            super("Begun before birth");
        }
    }
}
