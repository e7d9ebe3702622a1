package health.stillpoint.session.course.domain;

/**
 * The way a dose of ketamine enters the body; the bioavailability behind each is in docs/clinical-sources.md#routes.
 *
 * <p>Swallowed ketamine has no dose limits in our source and the esketamine device is never dispensed here, so neither
 * is a route of this service.
 */
public enum Route {
    /** Sublingual lozenge or rapid-dissolve tablet, held and spat. */
    SL,
    /** Intramuscular injection. */
    IM,
    /** Subcutaneous injection, the route of the anxiety trials of Glue. */
    SC,
    /** Infusion by pump. */
    IV,
    /** Compounded racemic nasal spray; not enabled unless a clinic configures it. */
    IN;

    /** Needle or line: a prescriber must be on site and one small second injection is possible. */
    public boolean parenteral() {
        return this == IM || this == SC || this == IV;
    }
}
