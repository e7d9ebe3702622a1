package health.stillpoint.patient.intake.domain;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Three clinician ratings, each 0 absent, 1 mild, 2 prominent, 3 dominating (programme.md section 2.3). */
public record NatureRatings(int cognitive, int somatic, int behavioural) {

    /** The dimensions equal to the highest rating, if that reaches {@code prominent}; else undifferentiated. */
    public Set<Nature> dominant(int prominent) {
        Map<Nature, Integer> ratings = new EnumMap<>(Map.of(
                Nature.COGNITIVE, cognitive, Nature.SOMATIC, somatic, Nature.BEHAVIOURAL, behavioural));
        int highest = Math.max(cognitive, Math.max(somatic, behavioural));
        if (highest < prominent) {
            return EnumSet.of(Nature.UNDIFFERENTIATED);
        }
        ratings.values().removeIf(rating -> rating < highest);
        return EnumSet.copyOf(ratings.keySet());
    }
}
