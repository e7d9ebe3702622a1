package health.stillpoint.patient.patients.domain;

import java.util.List;

/** A person's name as FHIR HumanName splits it: one family name, given names in their order. */
public record PersonName(String family, List<String> given) {

    public PersonName {
        given = List.copyOf(given);
    }

    /** Never the name itself: records end up in logs. */
    @Override
    public String toString() {
        return "PersonName[withheld]";
    }
}
