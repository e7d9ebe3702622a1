package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.InteractionClass.IX_AD;
import static health.stillpoint.patient.screening.domain.InteractionClass.IX_UNKNOWN;

import health.stillpoint.patient.screening.domain.InteractionCatalog.Conversion;
import health.stillpoint.patient.screening.domain.InteractionCatalog.Drug;
import health.stillpoint.patient.screening.domain.InteractionCatalog.Mark;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.Medication;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matches the medication list to the interaction classes of programme.md section 4.1. Every class is asked; a drug in no
 * list is named as unknown, whatever else its name holds; a dose that decides the class must be known before the screening is complete.
 */
public final class InteractionPolicy {

    private static final String TAKEN = "TAKEN";
    private static final String NOT_CONVERTIBLE = "NOT_CONVERTIBLE";

    private final InteractionCatalog catalog;
    private final ScreeningLimits limits;

    public InteractionPolicy(InteractionCatalog catalog, ScreeningLimits limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    /** One medication of the patient with the list's drugs it matches. */
    private record Match(Medication medication, Drug drug) { }

    /** Names of medications of which a part is in no list, or whose name and RxNorm id do not agree. */
    public List<String> unknown(ScreeningAnswers answers) {
        return medications(answers).stream()
                .filter(medication -> !catalog.knows(medication))
                .map(Medication::name)
                .toList();
    }

    /**
     * Why the medication list is not reconciled, if it is not: benzodiazepines and opioids are weighed by their daily dose, some
     * only in one form, and a dose that the name says to be higher is none.
     */
    Optional<String> open(ScreeningAnswers answers) {
        return medications(answers).stream().flatMap(medication -> open(medication).stream()).findFirst();
    }

    private Optional<String> open(Medication medication) {
        List<Drug> drugs = catalog.find(medication);
        if (contradictsItsName(medication)) {
            return Optional.of("DAILY_DOSE_CONTRADICTED");
        }
        if (medication.dailyDoseMilligrams() == null && drugs.stream().anyMatch(drug -> drug.equivalent() != null)) {
            return Optional.of("DAILY_DOSE_MISSING");
        }
        return drugs.stream().anyMatch(drug -> catalog.conversion(medication, drug) == Conversion.FORM_MISSING)
                ? Optional.of("FORM_MISSING")
                : Optional.empty();
    }

    /**
     * Whether a daily dose that decides is lower than the name says, or the name says it in a way nobody can rely on (P, our
     * own: the lower of two doses would be believed). A dose above it is not questioned: the name may tell one tablet of many.
     */
    boolean contradictsItsName(Medication medication) {
        return medication.dailyDoseMilligrams() != null
                && catalog.find(medication).stream().anyMatch(InteractionPolicy::isWeighedByDose)
                && !catalog.dose(medication, InteractionPolicy::isWeighedByDose).allows(medication.dailyDoseMilligrams());
    }

    private static boolean isWeighedByDose(Drug drug) {
        return drug.equivalent() != null || isBupropion(drug);
    }

    /** Names of the drugs that ask for an ECG. */
    Set<String> drugsProlongingQt(ScreeningAnswers answers) {
        return taken(answers).filter(drug -> drug.marks().contains(Mark.QT)).map(Drug::name).collect(Collectors.toSet());
    }

    boolean takesAntidepressant(ScreeningAnswers answers) {
        return taken(answers).anyMatch(Drug::isAntidepressant);
    }

    /** Only what is known through and through: a wrong RxNorm id steadies nothing. */
    boolean takesMoodStabilizer(ScreeningAnswers answers) {
        return known(answers).anyMatch(Drug::isMoodStabilizer);
    }

    /** Whether a prescription can be what a urine drug screen found; what is in no list explains nothing. */
    boolean takesDrugOfUrineScreens(ScreeningAnswers answers) {
        return known(answers).anyMatch(Drug::isFoundInUrine);
    }

    private Stream<Drug> known(ScreeningAnswers answers) {
        return medications(answers).stream().filter(catalog::knows).flatMap(medication -> catalog.find(medication).stream());
    }

    private Stream<Drug> taken(ScreeningAnswers answers) {
        return medications(answers).stream().flatMap(medication -> catalog.find(medication).stream());
    }

    /** Whether somebody gave this name to a drug of the list. */
    boolean isDrug(String name) {
        return !catalog.find(named(name)).isEmpty();
    }

    /** Whether the medication list holds it: under the same name, or all its drugs if every part of its name is known. */
    boolean lists(ScreeningAnswers answers, String name) {
        return medications(answers).stream().anyMatch(medication -> InteractionCatalog.isSameName(medication.name(), name))
                || catalog.knows(named(name)) && taken(answers).collect(Collectors.toSet()).containsAll(catalog.find(named(name)));
    }

    private static Medication named(String name) {
        return new Medication(name, null, null);
    }

    /** One result for each class, whether found or not. */
    List<RuleResult> ask(ScreeningAnswers answers) {
        Map<InteractionClass, List<Match>> matches = matches(answers);
        return Arrays.stream(InteractionClass.values())
                .map(interaction -> result(interaction, matches.getOrDefault(interaction, List.of()), answers))
                .toList();
    }

    private RuleResult result(InteractionClass interaction, List<Match> matches, ScreeningAnswers answers) {
        List<String> names = interaction == IX_UNKNOWN
                ? unknown(answers)
                : matches.stream().map(match -> match.drug().name()).distinct().toList();
        if (names.isEmpty()) {
            return new RuleResult(interaction.name(), RuleResult.Outcome.NOT_FOUND, null, false, "NOT_FOUND",
                    interaction.threshold(), null, interaction.source(), Set.of(), Set.of());
        }
        List<String> pressing = interaction == IX_AD ? raisingBloodPressure(matches) : List.of();
        Weight weight = pressing.isEmpty() ? weigh(interaction, matches) : new Weight(FindingClass.CAUT, TAKEN);
        return new RuleResult(interaction.name(), RuleResult.Outcome.FOUND, weight.findingClass(),
                limits.correctable().contains(interaction.name()), weight.reason(), interaction.threshold(),
                String.join(", ", names), interaction.source(),
                pressing.isEmpty() ? interaction.conditions() : Set.of(Condition.WATCH_BLOOD_PRESSURE),
                causes(pressing.isEmpty() ? names : pressing, weight));
    }

    /**
     * SNRI and TCA raise blood pressure, which is watched (programme.md section 4.1, IX_AD): what changes the monitoring is a caution, and
     * these drugs are its causes. The other antidepressants ask for nothing.
     */
    private static List<String> raisingBloodPressure(List<Match> matches) {
        return matches.stream().map(Match::drug).filter(drug -> drug.marks().contains(Mark.BP)).map(Drug::name).distinct().toList();
    }

    /** Which drugs, however they are written, and what makes them weigh more than being taken. */
    private static Set<String> causes(List<String> names, Weight weight) {
        Set<String> causes = names.stream()
                .map(name -> name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        if (!weight.reason().equals(TAKEN)) {
            causes.add(weight.reason());
        }
        return causes;
    }

    private record Weight(FindingClass findingClass, String reason) { }

    private Weight weigh(InteractionClass interaction, List<Match> matches) {
        return switch (interaction) {
            case IX_BZD -> byDose(interaction, matches, limits.lorazepamEquivalentMilligrams(), FindingClass.REL);
            case IX_OPI -> byDose(interaction, matches, limits.morphineEquivalentMilligrams(), FindingClass.ABS);
            case IX_LTG, IX_MAOI, IX_STIM, IX_SYMP, IX_NTX, IX_THEO, IX_CYP_INH, IX_CYP_IND, IX_CNS, IX_AP, IX_THY,
                    IX_AD, IX_LI, IX_BB, IX_NMDA, IX_SEIZ -> new Weight(interaction.findingClass(), TAKEN);
            case IX_UNKNOWN -> new Weight(interaction.findingClass(), "UNKNOWN_MEDICATION");
        };
    }

    private Conversion conversion(Match match) {
        return catalog.conversion(match.medication(), match.drug());
    }

    /**
     * What is known above the limit counts, whatever else is unknown beside it. A drug known to be stronger in this form than
     * where its equivalent holds counts as above the limit: nothing shows that it is not.
     */
    private Weight byDose(InteractionClass interaction, List<Match> matches, BigDecimal limit, FindingClass above) {
        BigDecimal known = matches.stream()
                .filter(match -> conversion(match) == Conversion.HOLDS && match.medication().dailyDoseMilligrams() != null)
                .map(match -> match.medication().dailyDoseMilligrams().multiply(match.drug().equivalent()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (known.compareTo(limit) > 0) {
            return new Weight(above, "DOSE_ABOVE_LIMIT");
        }
        if (matches.stream().anyMatch(match -> conversion(match) == Conversion.OTHER_FORM)) {
            return new Weight(above, NOT_CONVERTIBLE);
        }
        if (matches.stream().anyMatch(match -> conversion(match) != Conversion.HOLDS)) {
            return new Weight(FindingClass.REL, NOT_CONVERTIBLE);
        }
        if (matches.stream().anyMatch(match -> match.medication().dailyDoseMilligrams() == null)) {
            return new Weight(FindingClass.REL, "DOSE_UNKNOWN");
        }
        return new Weight(interaction.findingClass(), TAKEN);
    }

    private Map<InteractionClass, List<Match>> matches(ScreeningAnswers answers) {
        boolean muchBupropion = takesMuchBupropion(answers);
        Map<InteractionClass, List<Match>> matches = new EnumMap<>(InteractionClass.class);
        for (Medication medication : medications(answers)) {
            for (Drug drug : catalog.find(medication)) {
                Set<InteractionClass> classes = isBupropion(drug) && !muchBupropion ? EnumSet.of(IX_AD) : drug.classes();
                for (InteractionClass interaction : classes) {
                    matches.computeIfAbsent(interaction, _ -> new ArrayList<>()).add(new Match(medication, drug));
                }
            }
        }
        return matches;
    }

    /** Bupropion lowers the seizure threshold at a high dose only; below it it is an antidepressant like others. */
    private boolean takesMuchBupropion(ScreeningAnswers answers) {
        List<Medication> bupropion = medications(answers).stream()
                .filter(medication -> catalog.find(medication).stream().anyMatch(InteractionPolicy::isBupropion))
                .toList();
        return bupropion.stream().anyMatch(medication -> medication.dailyDoseMilligrams() == null)
                || bupropion.stream().map(Medication::dailyDoseMilligrams).reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(limits.bupropionHighMilligrams()) > 0;
    }

    private static boolean isBupropion(Drug drug) {
        return drug.name().equals("bupropion");
    }

    private static List<Medication> medications(ScreeningAnswers answers) {
        return answers.medications() == null ? List.of() : answers.medications();
    }
}
