package health.stillpoint.outcome.merge;

/** One person may have records under several ids: those that were merged into the one that goes on. */
public final class Records {

    /** A condition for queries on rows with a {@code patientId}: those of the record {@code :patient} and of all merged into it. */
    public static final String OF_PATIENT =
            "(patientId = :patient or patientId in (select m.id from MergedRecordEntity m where m.survivorId = :patient))";

    private Records() {}
}
