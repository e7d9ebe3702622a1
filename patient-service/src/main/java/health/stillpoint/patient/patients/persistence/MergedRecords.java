package health.stillpoint.patient.patients.persistence;

/** Reads the history of a person: what stands in their record and in those that were merged into it. */
public final class MergedRecords {

    /** Condition of a query on rows that have a patientId; the first parameter is the record that goes on. */
    public static final String OF_PERSON =
            "patientId in (select p.id from PatientEntity p where p.id = ?1 or p.mergedInto = ?1)";

    private MergedRecords() { }
}
