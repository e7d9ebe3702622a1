package health.stillpoint.patient.practitioners.domain;

import java.util.Set;

/**
 * A field of medicine somebody is trained in, as the clinic has verified it. FHIR PractitionerRole.specialty, a Coding:
 * the URI of the code system and a code of it.
 *
 * <p>Psychiatry is SNOMED CT 394587001 (FHIR value set c80-practice-codes) or NUCC 2084P0800X (US Core). No other code
 * counts as it, also none of an occupation or a subspecialty: those are named beside it (docs/clinical-sources.md#practitioners).
 */
public record Specialty(String system, String code) {

    public static final Specialty PSYCHIATRY = new Specialty("http://snomed.info/sct", "394587001");
    public static final Specialty PSYCHIATRY_IN_US_TAXONOMY = new Specialty("http://nucc.org/provider-taxonomy", "2084P0800X");

    boolean isPsychiatry() {
        return Set.of(PSYCHIATRY, PSYCHIATRY_IN_US_TAXONOMY).contains(this);
    }
}
