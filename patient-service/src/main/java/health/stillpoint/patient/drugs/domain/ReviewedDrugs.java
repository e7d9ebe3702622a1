package health.stillpoint.patient.drugs.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reviewed list of drugs, {@code clinical/drug-interactions.csv}, and what each is called: medications of a screening and earlier
 * treatments are read by the same names.
 */
public final class ReviewedDrugs {

    private static final String RESOURCE = "/clinical/drug-interactions.csv";
    private static final int CELLS = 6;
    private static final ReviewedDrugs SHIPPED = new ReviewedDrugs(read());

    private final List<Line> lines;

    private ReviewedDrugs(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * One drug.
     *
     * @param name its ingredient
     * @param also its other names
     * @param cells of the line, as they stand there
     */
    public record Line(String name, Set<String> also, List<String> cells) {

        private boolean begins(String text) {
            return Stream.concat(Stream.of(name), also.stream()).anyMatch(called -> text.equals(called) || text.startsWith(called + " "));
        }
    }

    /** The list shipped with this release. */
    public static ReviewedDrugs shipped() {
        return SHIPPED;
    }

    public List<Line> lines() {
        return lines;
    }

    /** The ingredient whose name, or a brand's, the text is or begins with: "Zoloft" is sertraline, "venlafaxine XR" venlafaxine. */
    public Optional<String> ingredientOf(String text) {
        String plain = unaccented(text).strip();
        return lines.stream().filter(line -> line.begins(plain)).map(Line::name).findFirst();
    }

    /** A name in lower case, without accents and signs. */
    public static String normal(String name) {
        return unaccented(name).replaceAll("[^\\p{L}0-9]+", " ").strip();
    }

    /** In lower case and without accents: a drug is the same in French. Letters of other scripts explain nothing, so they stay. */
    public static String unaccented(String name) {
        return Normalizer.normalize(Optional.ofNullable(name).orElse(""), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static List<Line> read() {
        try (InputStream file = Objects.requireNonNull(ReviewedDrugs.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("name,"))
                    .map(ReviewedDrugs::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        List<String> cells = List.of(text.split(",", -1));
        if (cells.size() != CELLS) {
            throw new IllegalStateException("Six cells expected in " + RESOURCE + ": " + text);
        }
        return new Line(normal(cells.getFirst()), Stream.of(cells.getLast().split("\\|")).map(ReviewedDrugs::normal)
                .filter(name -> !name.isEmpty()).collect(Collectors.toUnmodifiableSet()), cells);
    }
}
