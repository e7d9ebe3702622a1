package health.stillpoint.session.identity;

/** One person may have records under several ids: those that were merged into the one that goes on. */
public final class Records {

    /** A condition for queries on rows with a {@code patientId}: those of the record {@code :patientId} and of all merged into it. */
    public static final String OF_PATIENT =
            "(patientId = :patientId or patientId in (select m.id from MergedRecordEntity m where m.survivorId = :patientId))";

    private Records() {}
}
