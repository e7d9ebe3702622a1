package health.stillpoint.outcome.response.domain;

/** Why a response was not taken or not shown. */
public abstract sealed class ResponseRefusal extends RuntimeException {

    private ResponseRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none, or the caller may not know of it. */
    public static final class NoSuchResponse extends ResponseRefusal {

        public NoSuchResponse() {
            super("No such response");
        }
    }

    /** A clinician's rating cannot be given by the patient. */
    public static final class ClinicianOnly extends ResponseRefusal {

        public ClinicianOnly() {
            super("Clinician only");
        }
    }

    /** The moment of answering lies ahead. */
    public static final class AnsweredInTheFuture extends ResponseRefusal {

        public AnsweredInTheFuture() {
            super("Answered in the future");
        }
    }
}
