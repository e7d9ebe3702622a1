package health.stillpoint.patient.patients.domain;

/** A number somebody knows the patient by: FHIR Identifier, {@code system} being the URI of who gave it. */
public record Identifier(String system, String value) {

    /** The clinic's own medical record number. */
    public static final String MEDICAL_RECORD_NUMBER = "urn:stillpoint:mrn";

    /** Never the number: records end up in logs. */
    @Override
    public String toString() {
        return "Identifier[" + system + ", withheld]";
    }
}
