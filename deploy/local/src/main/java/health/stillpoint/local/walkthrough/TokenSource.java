package health.stillpoint.local.walkthrough;

/** Where access tokens come from. */
@FunctionalInterface
public interface TokenSource {

    /** A token of this login that is good for at least half a minute more. */
    String tokenOf(String login);
}
