package health.stillpoint.patient.treatment.domain;

/** Why an earlier treatment is not recorded. */
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

    /** It would have begun before the person was born. */
    public static final class BeforeBirth extends TreatmentRefusal {
        public BeforeBirth() {
            super("Begun before birth");
        }
    }
}
