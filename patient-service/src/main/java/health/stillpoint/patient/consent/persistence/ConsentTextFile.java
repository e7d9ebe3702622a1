package health.stillpoint.patient.consent.persistence;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.stillpoint.patient.consent.domain.ConsentElement;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.ConsentTemplate;
import health.stillpoint.patient.consent.domain.ConsentTemplates;
import health.stillpoint.patient.consent.domain.ConsentText;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The consent texts shipped with the service, read and checked once at start. An unknown key or a fault stops the start. */
@Singleton
public class ConsentTextFile {

    private static final String RESOURCE = "/clinical/consent-texts.yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
            .build();

    @Produces
    @Singleton
    @Startup
    ConsentTemplates templates() {
        return shipped();
    }

    /** The texts of this release. */
    public static ConsentTemplates shipped() {
        try (InputStream file = ConsentTextFile.class.getResourceAsStream(RESOURCE)) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    static ConsentTemplates read(String file) {
        try {
            return new ConsentTemplates(YAML.readValue(file, File.class).templates().stream().map(Version::template).toList());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(RESOURCE + ": " + e.getMessage(), e);
        }
    }

    private record File(List<Version> templates) { }

    private record Version(ConsentScope scope, String version, boolean material, Map<String, Text> texts) {

        ConsentTemplate template() {
            List<ConsentText> inEach = new ArrayList<>();
            texts.forEach((language, text) -> inEach.add(new ConsentText(language, text.title(), text.elements())));
            return new ConsentTemplate(scope, version, material, inEach);
        }
    }

    private record Text(String title, Map<ConsentElement, String> elements) { }
}
