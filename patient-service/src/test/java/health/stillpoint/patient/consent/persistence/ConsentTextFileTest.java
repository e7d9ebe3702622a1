package health.stillpoint.patient.consent.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.ConsentTemplate;
import health.stillpoint.patient.consent.domain.ConsentTemplates;
import health.stillpoint.patient.consent.domain.ConsentText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentTextFileTest {

    private static final ConsentTemplates SHIPPED = ConsentTextFile.shipped();
    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest(name = "says {0} in English and in Spanish")
    @EnumSource
    void saysEachScopeInEnglishAndInSpanish(ConsentScope scope) {
        ConsentTemplate current = SHIPPED.current(scope);
        ConsentText english = current.in("en").orElseThrow();
        ConsentText spanish = current.in("es").orElseThrow();

        assertThat(current.languages()).containsExactly("en", "es");
        assertThat(spanish.title()).isNotEqualTo(english.title());
        english.elements().forEach((element, text) -> assertThat(spanish.elements().get(element)).isNotBlank().isNotEqualTo(text));
    }

    @Test
    void promisesNoNumbers() {
        assertThat(SHIPPED.all()).flatExtracting(ConsentTemplate::texts)
                .allSatisfy(text -> assertThat(text.elements().values()).noneMatch(said -> said.matches(".*\\d.*")));
    }

    /** A wording once shipped is never changed: whoever needs another one adds a version, and a line here. */
    @ParameterizedTest(name = "says {0} {1} in {2} in the words it was signed in")
    @CsvSource({
        "TREATMENT, 2026-01, en, e4d7bae23b3116e7c6b148137afe243ad376d80fc763ab6151a51883016e25f3",
        "TREATMENT, 2026-01, es, 15c76cab581bf8041eeb9e7ddbe2d968a52598a3d6e03fbbfe597383f983721c",
        "PARTNER_SHARING, 2026-01, en, f37c1809dab624be569375ca09280f80a13ba6f7ba7e0b457f11983722e596f9",
        "PARTNER_SHARING, 2026-01, es, 0d5059b6db16c10de37bb852a823d909a17a27119643fd7617a8ad0332ae124d",
        "RESEARCH, 2026-01, en, 68b40e0962df6e7ca8bc12363c44b69e9dd990e3a9c1d72a0a508e9e975bef13",
        "RESEARCH, 2026-01, es, 5e507e0a407cd0e9b7c1e0e5769b8fe070cb095fbe2683e40cf4a6e4b1a0d332",
        "REGISTRY, 2026-01, en, 427c24c4b13257f6ea8f70a59d6cbd9e3aca52a4ee2b9ef68928d6f76eefc959",
        "REGISTRY, 2026-01, es, 0c820651fdb27d67e18d0393868d7a6f90b7a7c95375456792adb0ecedeec346"
    })
    void saysWhatWasSigned(ConsentScope scope, String version, String language, String digest) {
        ConsentTemplate template = SHIPPED.all().stream()
                .filter(one -> one.scope() == scope && one.version().equals(version)).findFirst().orElseThrow();

        assertThat(template.digestOf(template.in(language).orElseThrow())).isEqualTo(digest);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a missing translation", file -> spanish(file).remove("ESCORT"),
                        "TREATMENT 2026-01 in es does not explain the same as in en: [ESCORT]"),
                fault("a translation of what was never said", file -> spanish(file).put("RESEARCH_PURPOSE", "Le han explicado."),
                        "TREATMENT 2026-01 in es does not explain the same as in en: [RESEARCH_PURPOSE]"),
                fault("an element without words", file -> spanish(file).putNull("ESCORT"), "elements"),
                fault("an element nobody knows", file -> spanish(file).put("ESCORTED", "Le acompañan."), "ESCORTED"),
                fault("a text without a title", file -> ((ObjectNode) treatment(file).at("/texts/es")).remove("title"), "title"),
                fault("a language without a text", file -> ((ObjectNode) treatment(file).get("texts")).putNull("es"), "texts"),
                fault("a region", file -> ((ObjectNode) treatment(file).get("texts")).set("es-MX", treatment(file).at("/texts/es")),
                        "not a language without region: es-MX"),
                fault("a change of unknown weight", file -> treatment(file).remove("material"), "material"),
                fault("a key nobody knows", file -> treatment(file).put("materiel", true), "materiel"),
                fault("a scope nobody knows", file -> treatment(file).put("scope", "TREATMENTS"), "TREATMENTS"),
                fault("a scope without a text", file -> file.withArray("templates").remove(0), "TREATMENT has no text"));
    }

    @ParameterizedTest(name = "refuses {0}")
    @MethodSource("faults")
    void refuses(Consumer<ObjectNode> fault, String told) throws IOException {
        ObjectNode file = (ObjectNode) YAML.readTree(shipped());
        fault.accept(file);

        assertRefused(YAML.writeValueAsString(file), told);
    }

    @Test
    void refusesAnElementSaidTwice() throws IOException {
        assertRefused(shipped().replace("TOUCH_POLICY:", "ESCORT:"), "ESCORT");
    }

    private static void assertRefused(String file, String told) {
        assertThatThrownBy(() -> ConsentTextFile.read(file)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("/clinical/consent-texts.yaml: ").hasMessageContaining(told);
    }

    private static Arguments fault(String name, Consumer<ObjectNode> fault, String told) {
        return Arguments.of(Named.of(name, fault), told);
    }

    private static ObjectNode treatment(ObjectNode file) {
        return (ObjectNode) file.at("/templates/0");
    }

    private static ObjectNode spanish(ObjectNode file) {
        return (ObjectNode) file.at("/templates/0/texts/es/elements");
    }

    private static String shipped() throws IOException {
        try (InputStream file = ConsentTextFileTest.class.getResourceAsStream("/clinical/consent-texts.yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
