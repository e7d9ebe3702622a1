package health.stillpoint.patient.consent.domain;

import java.time.Instant;
import java.util.List;

/** Why a consent is not taken, or not withdrawn. */
public abstract sealed class ConsentRefusal extends RuntimeException {

    private ConsentRefusal(String message) {
        super(message);
    }

    /** What refuses for each of these reasons: the one, or all of them at once. */
    static ConsentRefusal all(List<ConsentRefusal> reasons) {
        return reasons.size() == 1 ? reasons.getFirst() : new Several(reasons);
    }

    /** More than one reason, in the order in which they were asked. */
    public static final class Several extends ConsentRefusal {

        private final List<ConsentRefusal> reasons;

        private Several(List<ConsentRefusal> reasons) {
            super("Several reasons");
            this.reasons = List.copyOf(reasons);
        }

        public List<ConsentRefusal> reasons() {
            return reasons;
        }
    }

    /** The patient has no such consent. */
    public static final class NoSuchConsent extends ConsentRefusal {
        public NoSuchConsent() {
            super("No such consent");
        }
    }

    /** Consent to treatment follows an accepted candidacy. */
    public static final class CandidacyRequired extends ConsentRefusal {
        public CandidacyRequired() {
            super("No accepted candidacy in date");
        }
    }

    /** Who expects a cure is first spoken with. */
    public static final class ExpectationConversationRequired extends ConsentRefusal {
        public ExpectationConversationRequired() {
            super("The expectation of a cure was not spoken about");
        }
    }

    /** The person signs themselves, or nobody does. */
    public static final class SignerNotPatient extends ConsentRefusal {
        public SignerNotPatient() {
            super("Nobody signs in the person's stead");
        }
    }

    /** The latest screening found that the person cannot consent. */
    public static final class CapacityLacking extends ConsentRefusal {
        public CapacityLacking() {
            super("The latest screening found no capacity to consent");
        }
    }

    /** A dose was given and no recovery from it is known. */
    public static final class NotRecovered extends ConsentRefusal {
        public NotRecovered() {
            super("No recovery from the last dose is known");
        }
    }

    /** A dose may have been given that was not heard of yet. */
    public static final class DosesUnheard extends ConsentRefusal {
        public DosesUnheard() {
            super("What is known of doses is too old");
        }
    }

    /** Nobody signs while the drug may still act. */
    public static final class TooSoonAfterDose extends ConsentRefusal {

        private final Instant notBefore;

        public TooSoonAfterDose(Instant notBefore) {
            super("Too soon after a dose");
            this.notBefore = notBefore;
        }

        public Instant notBefore() {
            return notBefore;
        }
    }

    /** Elements were not explained, capacity was not attested, or nobody is named to share with. */
    public static final class Incomplete extends ConsentRefusal {

        private final List<String> missing;

        public Incomplete(List<String> missing) {
            super("Required elements are missing");
            this.missing = List.copyOf(missing);
        }

        public List<String> missing() {
            return missing;
        }
    }

    /** Names recipients although nothing is shared under its scope. */
    public static final class RecipientsNotAllowed extends ConsentRefusal {
        public RecipientsNotAllowed() {
            super("Only consent to partner sharing names recipients");
        }
    }

    /** Names recipients who are no partners of the clinic. */
    public static final class NoSuchPartner extends ConsentRefusal {

        private final List<String> unknown;

        public NoSuchPartner(List<String> unknown) {
            super("No partner of this clinic");
            this.unknown = List.copyOf(unknown);
        }

        public List<String> unknown() {
            return unknown;
        }
    }

    /** Signed on a text that is unknown or no longer current. */
    public static final class TemplateNotCurrent extends ConsentRefusal {

        private final String current;

        public TemplateNotCurrent(String current) {
            super("Not the current text");
            this.current = current;
        }

        public String current() {
            return current;
        }
    }

    /** The current text does not exist in this language. */
    public static final class LanguageNotOffered extends ConsentRefusal {

        private final List<String> offered;

        public LanguageNotOffered(List<String> offered) {
            super("The text does not exist in this language");
            this.offered = List.copyOf(offered);
        }

        public List<String> offered() {
            return offered;
        }
    }

    /** Withdrawn, lapsed or expired already. */
    public static final class NotActive extends ConsentRefusal {
        public NotActive() {
            super("The consent is not active");
        }
    }
}
