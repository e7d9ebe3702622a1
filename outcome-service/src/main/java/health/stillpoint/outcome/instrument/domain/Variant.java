package health.stillpoint.outcome.instrument.domain;

/**
 * A way an instrument is used that changes how it is read: the PDSS with or without agoraphobia, the C-SSRS screener at
 * screening or since the last contact. Most instruments have only {@link #STANDARD}.
 */
public record Variant(String code) {

    /** The only variant of most instruments. */
    public static final Variant STANDARD = new Variant("STANDARD");

    /** C-SSRS screener: ideation in the last month, behavior in life and in the last three months. */
    public static final Variant SCREENING = new Variant("SCREENING");

    /** C-SSRS screener: everything since the last completed one, so any behavior is new. */
    public static final Variant SINCE_LAST_CONTACT = new Variant("SINCE_LAST_CONTACT");

    /** PDSS bands for patients without agoraphobia. */
    public static final Variant WITHOUT_AGORAPHOBIA = new Variant("WITHOUT_AGORAPHOBIA");

    /** PDSS bands for patients with agoraphobia. */
    public static final Variant WITH_AGORAPHOBIA = new Variant("WITH_AGORAPHOBIA");
}
