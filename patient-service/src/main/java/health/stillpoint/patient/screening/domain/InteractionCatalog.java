package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.drugs.domain.ReviewedDrugs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@linkplain ReviewedDrugs reviewed list of drugs} by interaction class. A drug is found by the
 * RxNorm id of its ingredient and by its name; both count, so that a wrong id cannot hide a drug named correctly. A medication
 * is known only when every part of its name is, and its id with it (P, our own: unknown means no).
 */
public final class InteractionCatalog {

    private static final String WORDS = "/clinical/medication-words.txt";
    /** What stands between the drugs of a combination. */
    private static final String BETWEEN_DRUGS = "[+,;&/]|\\b(and|with|plus)\\b";
    /** Of a rate, such as a patch's 100 mcg/h: no second drug begins here. */
    private static final String PER_TIME = "/\\s*(\\d+\\s*)?(h|hr|hrs|hour|hours|day)\\b";

    private final List<Drug> drugs;
    /** Longer ones first, so that no shorter one leaves half of them behind. */
    private final List<String> names;
    private final Set<String> unitWords;
    private final Set<String> wordsBesideADrug;
    private final Set<String> formWords;
    private final Set<String> injectedWords;
    private final Set<String> elsewhereWords;

    private InteractionCatalog(List<Drug> drugs, Set<String> unitWords, Set<String> wordsBesideADrug, Set<String> formWords,
            Set<String> injectedWords, Set<String> elsewhereWords) {
        this.drugs = List.copyOf(drugs);
        this.formWords = formWords;
        this.injectedWords = injectedWords;
        this.elsewhereWords = elsewhereWords;
        this.names = drugs.stream().flatMap(Drug::names).sorted(Comparator.comparingInt(String::length).reversed()).toList();
        this.unitWords = unitWords;
        this.wordsBesideADrug = wordsBesideADrug;
    }

    /** What a drug is beside its interaction classes. */
    public enum Mark {
        /** May prolong QT: an ECG is asked. */
        QT,
        /** Raises blood pressure. */
        BP,
        /** An antidepressant of no antidepressant class. */
        AD,
        /** Steadies mood, of no class that does. */
        MS,
        /** Urine drug screens look for it, of no class that they look for. */
        UDS,
        /** Its equivalent holds by mouth alone; injected or absorbed elsewhere it may be stronger. */
        PO
    }

    /**
     * One drug of the list.
     *
     * @param classes empty for a drug reviewed and found without interaction
     * @param equivalent mg lorazepam (benzodiazepines) or morphine (opioids) that 1 mg a day equals; null where unknown
     * @param forms the only forms it holds for; empty = any
     * @param marks what else the rules ask of it
     * @param also its other names
     */
    public record Drug(String name, String rxnorm, Set<InteractionClass> classes, BigDecimal equivalent, Set<String> forms,
            Set<Mark> marks, Set<String> also) {

        private static final Set<InteractionClass> STEADYING =
                Set.of(InteractionClass.IX_LI, InteractionClass.IX_LTG, InteractionClass.IX_AP);
        private static final Set<InteractionClass> FOUND_IN_URINE =
                Set.of(InteractionClass.IX_BZD, InteractionClass.IX_OPI, InteractionClass.IX_STIM);

        /** With all of IX_AD and IX_MAOI, buspirone and linezolid too: of what is like an antidepressant the stricter reading. */
        boolean isAntidepressant() {
            return marks.contains(Mark.AD) || classes.contains(InteractionClass.IX_AD) || classes.contains(InteractionClass.IX_MAOI);
        }

        /** Lithium, lamotrigine and every antipsychotic, and what is marked. */
        boolean isMoodStabilizer() {
            return marks.contains(Mark.MS) || classes.stream().anyMatch(STEADYING::contains);
        }

        /** Benzodiazepines, opioids and stimulants, and what is marked. */
        boolean isFoundInUrine() {
            return marks.contains(Mark.UDS) || classes.stream().anyMatch(FOUND_IN_URINE::contains);
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(name), also.stream());
        }

        boolean isNamedIn(String spaced) {
            return names().anyMatch(called -> spaced.contains(" " + called + " "));
        }
    }

    /** The list shipped with this release. */
    public static InteractionCatalog shipped() {
        List<Drug> drugs = ReviewedDrugs.shipped().lines().stream().map(InteractionCatalog::drug).toList();
        return new InteractionCatalog(drugs, words("unit:"), words("beside:", "form:", "injected:"), words("form:", "injected:"),
                words("injected:"), words("elsewhere:"));
    }

    private static Set<String> words(String... kinds) {
        try (InputStream file = Objects.requireNonNull(InteractionCatalog.class.getResourceAsStream(WORDS), WORDS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .flatMap(line -> Stream.of(kinds).filter(line::startsWith)
                            .flatMap(kind -> Stream.of(line.substring(kind.length()).strip().split(" "))))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Drug drug(ReviewedDrugs.Line line) {
        List<String> cells = line.cells();
        String[] equivalent = cells.get(3).strip().split(" ");
        return new Drug(
                line.name(),
                cells.get(1).isBlank() ? null : cells.get(1).strip(),
                split(cells.get(2)).map(InteractionClass::valueOf).collect(Collectors.toUnmodifiableSet()),
                equivalent[0].isEmpty() ? null : new BigDecimal(equivalent[0]),
                Stream.of(equivalent).skip(1).collect(Collectors.toUnmodifiableSet()),
                split(cells.get(4)).map(Mark::valueOf).collect(Collectors.toUnmodifiableSet()),
                line.also());
    }

    private static Stream<String> split(String cell) {
        return cell.isBlank() ? Stream.empty() : Stream.of(cell.strip().split(" "));
    }

    /** Every drug of the list that the medication names or numbers. */
    public List<Drug> find(ScreeningAnswers.Medication medication) {
        String spaced = spaced(medication.name());
        return drugs.stream().filter(drug -> drug.isNamedIn(spaced) || isNumbered(drug, medication)).toList();
    }

    /** Whether nothing of the medication is left unexplained, and its RxNorm id, where given, is of a drug it names. */
    public boolean knows(ScreeningAnswers.Medication medication) {
        String spaced = spaced(medication.name());
        List<Drug> named = drugs.stream().filter(drug -> drug.isNamedIn(spaced)).toList();
        return !named.isEmpty()
                && (medication.rxnorm() == null || named.stream().anyMatch(drug -> isNumbered(drug, medication)))
                && groups(medication.name()).allMatch(this::isExplained);
    }

    /** Whether the equivalent of a drug holds for a medication that names it. */
    enum Conversion { HOLDS, NONE, FORM_MISSING, OTHER_FORM }

    /** A part of the name that explains nothing may be another form. */
    Conversion conversion(ScreeningAnswers.Medication medication, Drug drug) {
        if (drug.equivalent() == null) {
            return Conversion.NONE;
        }
        List<String> own = groups(medication.name()).filter(group -> drug.isNamedIn(" " + group + " ") || namesNoDrug(group)).toList();
        Set<String> words = own.stream().flatMap(group -> Stream.of(group.split(" "))).collect(Collectors.toSet());
        if (drug.marks().contains(Mark.PO) && (Stream.of(ReviewedDrugs.normal(medication.name()).split(" ")).anyMatch(injectedWords::contains)
                || words.stream().anyMatch(elsewhereWords::contains))) {
            return Conversion.OTHER_FORM;
        }
        if (drug.forms().isEmpty()) {
            return Conversion.HOLDS;
        }
        Set<String> named = words.stream().filter(formWords::contains).collect(Collectors.toSet());
        if (!drug.forms().containsAll(named) || !own.stream().allMatch(this::isExplained)) {
            return Conversion.OTHER_FORM;
        }
        return named.isEmpty() ? Conversion.FORM_MISSING : Conversion.HOLDS;
    }

    private boolean namesNoDrug(String group) {
        return drugs.stream().noneMatch(drug -> drug.isNamedIn(" " + group + " "));
    }

    /** What the name says of the daily dose of the drugs in it that {@code weighed} picks. */
    NamedDose dose(ScreeningAnswers.Medication medication, Predicate<Drug> weighed) {
        boolean hourly = drugs.stream().filter(weighed)
                .anyMatch(drug -> !drug.forms().isEmpty() && conversion(medication, drug) == Conversion.HOLDS && find(medication).contains(drug));
        String plain = ReviewedDrugs.unaccented(medication.name()).replaceAll(PER_TIME, " per $1$2");
        List<NamedDose.Part> parts = Stream.of(plain.split(BETWEEN_DRUGS)).map(part -> part(part, weighed)).toList();
        return NamedDose.of(parts, hourly);
    }

    private NamedDose.Part part(String text, Predicate<Drug> weighed) {
        String spaced = spaced(text);
        List<Drug> named = drugs.stream().filter(drug -> drug.isNamedIn(spaced)).toList();
        String rest = text;
        for (String name : names) {
            rest = rest.replaceAll("\\b" + Pattern.quote(name) + "\\b", " ");
        }
        return NamedDose.part(rest, named.isEmpty() || named.stream().anyMatch(weighed),
                word -> unitWords.contains(word) || wordsBesideADrug.contains(word));
    }

    /** Whether two names say the same, however they are written. */
    static boolean isSameName(String one, String other) {
        return ReviewedDrugs.normal(one).equals(ReviewedDrugs.normal(other));
    }

    private static boolean isNumbered(Drug drug, ScreeningAnswers.Medication medication) {
        return drug.rxnorm() != null && drug.rxnorm().equals(medication.rxnorm());
    }

    /** The name of a combination, part by part. */
    private static Stream<String> groups(String name) {
        String plain = ReviewedDrugs.unaccented(name).replaceAll(PER_TIME, " per $2");
        return Stream.of(plain.split(BETWEEN_DRUGS)).map(ReviewedDrugs::normal).filter(group -> !group.isEmpty());
    }

    private boolean isExplained(String group) {
        String rest = " " + group.replace(" ", "  ") + " ";
        boolean namesADrug = false;
        for (String name : names) {
            String sought = " " + name.replace(" ", "  ") + " ";
            namesADrug |= rest.contains(sought);
            rest = rest.replace(sought, " ");
        }
        boolean besideADrug = namesADrug;
        return Stream.of(rest.strip().split(" +"))
                .map(word -> word.replaceFirst("^[0-9]+", ""))
                .allMatch(word -> word.isEmpty() || unitWords.contains(word) || besideADrug && wordsBesideADrug.contains(word));
    }

    public List<Drug> drugs() {
        return drugs;
    }

    private static String spaced(String name) {
        return " " + ReviewedDrugs.normal(name) + " ";
    }
}
