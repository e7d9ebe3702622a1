package health.stillpoint.patient.patients.persistence;

import java.util.UUID;

/** Reads the history of a person: what stands in their record and in those that were merged into it. */
public final class MergedRecords {

    /** Condition of a query on rows that have a patientId; the first parameter is the record that goes on. */
    public static final String OF_PERSON =
            "patientId in (select p.id from PatientEntity p where p.id = ?1 or p.mergedInto = ?1)";

    /** The same, newest first, behind the row whose id is the second parameter. */
    public static final String NEWEST_FIRST = OF_PERSON + " and id < ?2 order by id desc";

    private static final UUID LAST_OF_ALL = new UUID(-1, -1);

    private MergedRecords() { }

    /** The second parameter of {@link #NEWEST_FIRST}: null begins at the newest. */
    public static UUID behind(UUID last) {
        return last == null ? LAST_OF_ALL : last;
    }
}
