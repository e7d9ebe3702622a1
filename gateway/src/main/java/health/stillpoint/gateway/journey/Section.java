package health.stillpoint.gateway.journey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One part of a journey and whether it is all there; a part is never left out silently.
 *
 * @param state how much of it there is
 * @param data the part; absent unless complete or partial
 * @param <T> what the part consists of
 */
@Schema(description = "One part of a journey and whether it is all there")
public record Section<T>(State state, T data) {

    /** How much of a part there is. */
    @Schema(description = """
            COMPLETE: all of it. PARTIAL: the first 200 entries, there are more. \
            NOT_PERMITTED: the caller's role may not read it. UNKNOWN: the service knows nothing of this patient yet. \
            UNAVAILABLE: the service did not answer; its part exists but cannot be shown now.""")
    public enum State {
        COMPLETE,
        PARTIAL,
        NOT_PERMITTED,
        UNKNOWN,
        UNAVAILABLE
    }

    static <T> Section<T> missing(State state) {
        return new Section<>(state, null);
    }

    boolean isShown() {
        return state == State.COMPLETE || state == State.PARTIAL;
    }
}
