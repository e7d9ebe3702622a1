package health.stillpoint.patient.referrals.domain;

/** Why a step on a referral is refused. */
public abstract sealed class ReferralRefusal extends RuntimeException {

    private ReferralRefusal(String message) {
        super(message);
    }

    /** None with this id, or another partner's, or another clinic's: nobody is told which. */
    public static final class NoSuchReferral extends ReferralRefusal {
        public NoSuchReferral() {
            super("No such referral");
        }
    }

    /** The partner has sent one with this reference of its own before. */
    public static final class ReferenceTaken extends ReferralRefusal {
        public ReferenceTaken() {
            super("The partner's reference is in use");
        }
    }

    /** Not from this state. */
    public static final class StepNotAllowed extends ReferralRefusal {

        private final ReferralStatus status;

        StepNotAllowed(ReferralStatus status) {
            super("Not from this state");
            this.status = status;
        }

        public ReferralStatus status() {
            return status;
        }
    }

    /** It is known who the person is; only the clinic is told this. */
    public static final class Linked extends ReferralRefusal {
        Linked() {
            super("The referral is linked to a patient");
        }
    }

    /** It does not say any more who was referred. */
    public static final class Forgotten extends ReferralRefusal {
        Forgotten() {
            super("The person referred was forgotten");
        }
    }

    /** The patient was born on another day than the person referred. */
    public static final class PersonDiffers extends ReferralRefusal {
        public PersonDiffers() {
            super("Another birth date");
        }
    }
}
