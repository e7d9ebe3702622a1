package health.stillpoint.session.identity;

/** One person may have records under several ids: those that were merged into the one that goes on. */
public final class Records {

    /** A condition for queries on rows with a {@code patientId}: those of the record {@code :patientId} and of all merged into it. */
    public static final String OF_PATIENT =
            "(patientId = :patientId or patientId in (select m.id from MergedRecordEntity m where m.survivorId = :patientId))";

    /** The same for every record of the person, whichever of them {@code :patientId} is. */
    public static final String OF_PERSON = "(patientId = :patientId"
            + " or patientId in (select m.id from MergedRecordEntity m where m.survivorId = :patientId)"
            + " or patientId in (select m.survivorId from MergedRecordEntity m where m.id = :patientId)"
            + " or patientId in (select m.id from MergedRecordEntity m, MergedRecordEntity n where n.id = :patientId and m.survivorId = n.survivorId))";

    private Records() {}
}
