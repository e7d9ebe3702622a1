package health.stillpoint.session.order.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The weight a dose is calculated on: actual weight below a BMI of 30, else ideal body weight, in kg.
 *
 * <p>Devine: male 50 + 2.3 x (inches - 60), female 45.5 + 2.3 x (inches - 60), floor 40 kg; dosing section 2, tag P
 * (docs/clinical-sources.md#dosing-weight). The ideal weight is rounded HALF_UP to 0.01 kg once, so that every later
 * step can be checked by hand. Where sex at birth is not male the lower formula is used.
 */
public record DosingWeight(BigDecimal kilograms, BigDecimal bodyMassIndex, boolean ideal) {

    private static final BigDecimal OBESE = new BigDecimal("30");
    private static final BigDecimal CENTIMETERS_PER_INCH = new BigDecimal("2.54");
    private static final BigDecimal FLOOR = new BigDecimal("40");
    private static final MathContext PRECISE = MathContext.DECIMAL64;

    public static DosingWeight of(BigDecimal bodyWeightKilograms, BigDecimal heightCentimeters, SexAtBirth sex) {
        BigDecimal meters = heightCentimeters.movePointLeft(2);
        BigDecimal squareMeters = meters.multiply(meters);
        BigDecimal bmi = bodyWeightKilograms.divide(squareMeters, 1, RoundingMode.HALF_UP);
        if (bodyWeightKilograms.compareTo(OBESE.multiply(squareMeters)) < 0) {
            return new DosingWeight(bodyWeightKilograms, bmi, false);
        }
        return new DosingWeight(idealWeight(heightCentimeters, sex), bmi, true);
    }

    private static BigDecimal idealWeight(BigDecimal heightCentimeters, SexAtBirth sex) {
        BigDecimal start = sex == SexAtBirth.MALE ? new BigDecimal("50") : new BigDecimal("45.5");
        BigDecimal inchesOverFiveFeet = heightCentimeters.divide(CENTIMETERS_PER_INCH, PRECISE).subtract(new BigDecimal("60"));
        return start.add(new BigDecimal("2.3").multiply(inchesOverFiveFeet))
                .setScale(2, RoundingMode.HALF_UP)
                .max(FLOOR);
    }
}
