package health.stillpoint.session.session.domain;

import java.time.Duration;

/** A signature that confirms more time than the session lasted. */
public final class LongerThanHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration signed;
    private final Duration held;

    public LongerThanHeld(Duration signed, Duration held) {
        super("signed longer than held", null, false, false);
        this.signed = signed;
        this.held = held;
    }

    public Duration signed() {
        return signed;
    }

    /** In whole minutes, the last one begun. */
    public Duration held() {
        return held;
    }
}
