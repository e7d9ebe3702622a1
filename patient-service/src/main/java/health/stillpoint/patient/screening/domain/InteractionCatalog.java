package health.stillpoint.patient.screening.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The reviewed list of drugs by interaction class, read from {@code clinical/drug-interactions.csv}. A drug is found by the
 * RxNorm id of its ingredient and by its name; both count, so that a wrong id cannot hide a drug named correctly.
 */
public final class InteractionCatalog {

    private static final String RESOURCE = "/clinical/drug-interactions.csv";

    private final List<Drug> drugs;

    private InteractionCatalog(List<Drug> drugs) {
        this.drugs = List.copyOf(drugs);
    }

    /**
     * One drug of the list.
     *
     * @param classes empty for a drug reviewed and found without interaction
     * @param equivalent mg lorazepam (benzodiazepines) or morphine (opioids) that 1 mg a day equals; null where unknown
     * @param prolongsQt whether an ECG is asked because of it
     */
    public record Drug(
            String name, String rxnorm, Set<InteractionClass> classes, BigDecimal equivalent, boolean prolongsQt) { }

    /** The list shipped with this release. */
    public static InteractionCatalog shipped() {
        try (InputStream csv = Objects.requireNonNull(InteractionCatalog.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(csv, StandardCharsets.UTF_8))) {
            return new InteractionCatalog(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("name,"))
                    .map(InteractionCatalog::drug)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Drug drug(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 5) {
            throw new IllegalStateException("Five cells expected in " + RESOURCE + ": " + line);
        }
        Set<InteractionClass> classes = cells[2].isBlank()
                ? Set.of()
                : List.of(cells[2].strip().split(" ")).stream()
                        .map(InteractionClass::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        return new Drug(
                normal(cells[0]),
                cells[1].isBlank() ? null : cells[1].strip(),
                classes,
                cells[3].isBlank() ? null : new BigDecimal(cells[3].strip()),
                cells[4].strip().equals("QT"));
    }

    /** Every drug of the list that the medication names or numbers; empty = unknown. */
    public List<Drug> find(ScreeningAnswers.Medication medication) {
        String spaced = " " + normal(medication.name()) + " ";
        List<Drug> found = new ArrayList<>();
        for (Drug drug : drugs) {
            boolean named = spaced.contains(" " + drug.name() + " ");
            boolean numbered = drug.rxnorm() != null && drug.rxnorm().equals(medication.rxnorm());
            if (named || numbered) {
                found.add(drug);
            }
        }
        return found;
    }

    public List<Drug> drugs() {
        return drugs;
    }

    private static String normal(String name) {
        return Optional.ofNullable(name).orElse("")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[^a-z0-9']+", " ")
                .strip();
    }
}
