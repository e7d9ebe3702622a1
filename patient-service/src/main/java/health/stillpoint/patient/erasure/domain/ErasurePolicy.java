package health.stillpoint.patient.erasure.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.risk.domain.RiskFlag;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whom the clinic may have to call must stay reachable: treatment is stopped, alerts are settled and recovery is seen first. */
public final class ErasurePolicy {

    /** States in which a dose may be ahead or has just been given (programme.md section 1). */
    private static final Set<ProgrammeState> IN_TREATMENT = EnumSet.of(ProgrammeState.PREPARATION, ProgrammeState.IN_COURSE,
            ProgrammeState.MAINTENANCE, ProgrammeState.SUSPENDED);

    private ErasurePolicy() { }

    /** Why an identity is not removed. */
    public enum Reason {
        /** A dose may be ahead; the programme is stopped and the course ended first. */
        IN_TREATMENT,
        /** A hold is open. */
        OPEN_HOLD,
        /** A safety alert, such as a critical answer, is not resolved. */
        OPEN_SAFETY_ALERT,
        /** The latest screening says moderate or high risk on the C-SSRS. */
        SUICIDE_RISK,
        /** A dose was given after which no recovery is known. */
        NOT_RECOVERED
    }

    /**
     * Every reason at once; empty when the identity may be removed.
     *
     * @param courseOpen a course is planned and not over, whatever the state
     * @param flags those that stand
     * @param mayBeSedated a dose was given after which no recovery is known
     */
    public static List<Reason> refusals(ProgrammeState state, boolean courseOpen, Set<RiskFlag> flags, boolean mayBeSedated) {
        return Stream.of(Reason.values()).filter(reason -> switch (reason) {
            case IN_TREATMENT -> courseOpen || IN_TREATMENT.contains(state);
            case OPEN_HOLD -> flags.contains(RiskFlag.HOLD);
            case OPEN_SAFETY_ALERT -> flags.contains(RiskFlag.SAFETY_ALERT);
            case SUICIDE_RISK -> flags.contains(RiskFlag.SUICIDE_RISK);
            case NOT_RECOVERED -> mayBeSedated;
        }).toList();
    }
}
