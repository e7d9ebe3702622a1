package health.stillpoint.session.order.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Whether the body data of an order agree with what is known of the patient. Dosing section 2 doses by weight, height and sex at birth
 * and asks only how old the weight is; that they must agree is ours (docs/clinical-sources.md#body-data).
 *
 * <p>Weight and height are held against the order that was last measured anew, or else the first one: many small steps are not allowed
 * where the sum of them is not.
 */
public final class BodyPolicy {

    /**
     * The numbers, each P.
     *
     * @param weightShare how far the weight may lie from the known one, as a share of it
     * @param heightCentimeters how far the height may lie from the known one, cm
     */
    public record Limits(BigDecimal weightShare, BigDecimal heightCentimeters) {
    }

    /** One value that disagrees, named as the caller names it. */
    public record Difference(String field, String stated, String known) {
    }

    private final Limits limits;

    public BodyPolicy(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param registered sex at birth as patient-service told it; null when it was not told
     * @param measured the order to hold it against; null when the patient has none
     * @param remeasured the prescriber states that the patient was measured anew; what is registered stands nevertheless
     */
    public List<Difference> differences(DoseRequest stated, String registered, DoseRequest measured, boolean remeasured) {
        List<Difference> differences = new ArrayList<>();
        if (measured != null && !remeasured) {
            differences.addAll(fromMeasured(stated, measured));
        }
        String known = registered != null ? registered : measured == null || remeasured ? null : name(measured.sexAtBirth());
        if (known != null && !known.equalsIgnoreCase(stated.sexAtBirth().name())) {
            differences.add(new Difference("sexAtBirth", name(stated.sexAtBirth()), known));
        }
        return List.copyOf(differences);
    }

    private List<Difference> fromMeasured(DoseRequest stated, DoseRequest measured) {
        List<Difference> differences = new ArrayList<>();
        differences.add(difference("bodyWeightKilograms", stated.bodyWeightKilograms(), measured.bodyWeightKilograms(),
                measured.bodyWeightKilograms().multiply(limits.weightShare())));
        differences.add(difference("heightCentimeters", stated.heightCentimeters(), measured.heightCentimeters(), limits.heightCentimeters()));
        return differences.stream().filter(Objects::nonNull).toList();
    }

    private static Difference difference(String field, BigDecimal stated, BigDecimal known, BigDecimal atMost) {
        boolean agrees = stated.subtract(known).abs().compareTo(atMost) <= 0;
        return agrees ? null : new Difference(field, plain(stated), plain(known));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String name(SexAtBirth sex) {
        return sex.name().toLowerCase(Locale.ROOT);
    }
}
