package health.stillpoint.kit.broken;

/** A resource that something other than the web calls. */
public class BrokenResource {

    public static final String PATH = "/broken".trim();
}
