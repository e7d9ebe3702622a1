package health.stillpoint.patient.screening.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the name of a medication says of its daily dose, such as "4 mg twice daily" or "100 mcg/h" (P, our own). Only plain
 * amounts, rates, counts of tablets and times a day are read; any other number, and an unknown word beside an amount, is not
 * understood. It errs upwards: amounts add up, and "as needed" is taken.
 *
 * @param milligrams the lowest daily dose that agrees with it; 0 = it says none
 */
record NamedDose(BigDecimal milligrams, boolean understood) {

    private static final Pattern TOKEN = Pattern.compile("[0-9]+([.][0-9]+)?|\\p{L}+|\\S");
    private static final BigDecimal HOURS_PER_DAY = BigDecimal.valueOf(24);
    private static final Map<String, BigDecimal> MILLIGRAMS = Map.of("mg", BigDecimal.ONE, "g", BigDecimal.valueOf(1000),
            "mcg", new BigDecimal("0.001"), "ug", new BigDecimal("0.001"), "\u03bcg", new BigDecimal("0.001"));
    private static final Set<String> HOURS = Set.of("h", "hr", "hrs", "hour", "hours");
    private static final Set<String> PIECES = Set.of("tablet", "tablets", "tab", "tabs", "capsule", "capsules", "cap", "caps", "pill",
            "pills", "patch", "patches");
    private static final Map<String, Integer> TIMES_A_DAY = Map.of("once", 1, "twice", 2, "bid", 2, "tid", 3, "qid", 4);
    private static final Map<String, Integer> NUMBERS = Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6);
    private static final Map<String, String> PARTS_OF_THE_DAY = Map.of("morning", "morning", "evening", "evening", "night", "night",
            "nightly", "night", "bedtime", "night");

    /** Whether this daily dose is one that the name can mean. */
    boolean allows(BigDecimal dailyMilligrams) {
        return understood && milligrams.compareTo(dailyMilligrams) <= 0;
    }

    /**
     * One part of the name, between "and" or the like.
     *
     * @param counted whether it speaks of a drug that is weighed, or of none
     * @param amounts mg, each time
     * @param rates mg, in a day
     */
    record Part(boolean counted, boolean understood, List<BigDecimal> amounts, List<BigDecimal> rates, BigDecimal pieces,
            BigDecimal timesADay) {

        boolean saysADose() {
            return !amounts.isEmpty() || !rates.isEmpty();
        }
    }

    /** @param hourly the drug is dosed by the hour, as in a patch: an amount that is no rate says nothing reliable */
    static NamedDose of(List<Part> parts, boolean hourly) {
        List<Part> counted = parts.stream().filter(Part::counted).toList();
        boolean saysADose = counted.stream().anyMatch(Part::saysADose);
        boolean saidElsewhere = !saysADose && parts.stream().anyMatch(part -> part.saysADose() || !part.understood());
        boolean understood = counted.stream().allMatch(Part::understood) && !saidElsewhere
                && !(hourly && counted.stream().anyMatch(part -> !part.amounts().isEmpty()));
        BigDecimal pieces = most(parts.stream().filter(part -> !part.saysADose()).map(Part::pieces).toList());
        BigDecimal times = most(parts.stream().filter(part -> !part.saysADose() || !part.counted()).map(Part::timesADay).toList());
        BigDecimal daily = counted.stream().map(part -> part.amounts().stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                        .multiply(part.timesADay().max(times))
                        .add(part.rates().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .multiply(part.pieces().max(pieces)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new NamedDose(daily, understood);
    }

    private static BigDecimal most(List<BigDecimal> counts) {
        return counts.stream().reduce(BigDecimal.ONE, BigDecimal::max);
    }

    /** @param text in lower case, without the names of drugs, a rate as "per 24 h" */
    static Part part(String text, boolean counted, Predicate<String> known) {
        return new Reader(TOKEN.matcher(text).results().map(MatchResult::group).toList(), known).read(counted);
    }

    /** Reads the words of one part from left to right. */
    private static final class Reader {

        private final List<String> tokens;
        private final Predicate<String> known;
        private final List<BigDecimal> amounts = new ArrayList<>();
        private final List<BigDecimal> rates = new ArrayList<>();
        private final Set<String> partsOfTheDay = new HashSet<>();
        private BigDecimal pieces = BigDecimal.ONE;
        private BigDecimal timesADay = BigDecimal.ONE;
        private boolean unknownNumber;
        private boolean unknownWord;
        private int at;

        private Reader(List<String> tokens, Predicate<String> known) {
            this.tokens = tokens;
            this.known = known;
        }

        Part read(boolean counted) {
            while (at < tokens.size()) {
                String token = tokens.get(at++);
                if (Character.isDigit(token.charAt(0))) {
                    number(new BigDecimal(token));
                } else if (NUMBERS.containsKey(token)) {
                    number(BigDecimal.valueOf(NUMBERS.get(token)));
                } else {
                    word(token);
                }
            }
            timesADay = timesADay.max(BigDecimal.valueOf(partsOfTheDay.size()));
            boolean saysADose = !amounts.isEmpty() || !rates.isEmpty();
            return new Part(counted, !unknownNumber && !(unknownWord && saysADose), amounts, rates, pieces, timesADay);
        }

        private void number(BigDecimal number) {
            String before = at < 2 ? "" : tokens.get(at - 2);
            String unit = next();
            if (MILLIGRAMS.containsKey(unit)) {
                at++;
                amount(number.multiply(MILLIGRAMS.get(unit)));
            } else if (PIECES.contains(unit)) {
                at++;
                pieces = pieces.max(number);
            } else if (unit.equals("times")) {
                at++;
                timesADay = timesADay.max(number);
            } else if (HOURS.contains(unit) && (before.equals("every") || before.equals("q")) && isAnInterval(number)) {
                at++;
                timesADay = timesADay.max(perDay(number));
            } else {
                unknownNumber = true;
            }
        }

        /** A patch of so much an hour is changed at longer intervals, which do not lessen what it gives in a day. */
        private boolean isAnInterval(BigDecimal hours) {
            return hours.signum() > 0 && (hours.compareTo(HOURS_PER_DAY) <= 0 || !rates.isEmpty());
        }

        private void amount(BigDecimal milligrams) {
            if (!next().equals("per")) {
                amounts.add(milligrams);
                return;
            }
            at++;
            BigDecimal number = BigDecimal.ONE;
            boolean numbered = !next().isEmpty() && Character.isDigit(next().charAt(0));
            if (numbered) {
                number = new BigDecimal(tokens.get(at++));
            }
            if (HOURS.contains(next()) && number.signum() > 0 && number.compareTo(HOURS_PER_DAY) <= 0) {
                at++;
                rates.add(milligrams.multiply(perDay(number)));
            } else if (next().equals("day") && !numbered) {
                at++;
                rates.add(milligrams);
            } else {
                amounts.add(milligrams);
                unknownNumber = true;
            }
        }

        private static BigDecimal perDay(BigDecimal hours) {
            return HOURS_PER_DAY.divide(hours, MathContext.DECIMAL64);
        }

        private void word(String word) {
            if (TIMES_A_DAY.containsKey(word)) {
                timesADay = timesADay.max(BigDecimal.valueOf(TIMES_A_DAY.get(word)));
            } else if (PARTS_OF_THE_DAY.containsKey(word)) {
                partsOfTheDay.add(PARTS_OF_THE_DAY.get(word));
            } else {
                unknownWord |= Character.isLetter(word.charAt(0)) && !word.equals("q") && !known.test(word);
            }
        }

        private String next() {
            return at < tokens.size() ? tokens.get(at) : "";
        }
    }
}
