package health.stillpoint.outcome.instrument.persistence;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue shipped with the service, read and checked once at start. An unknown key or a fault stops the start. */
@Singleton
public class CatalogueFile implements InstrumentCatalogue {

    private static final String RESOURCE = "/catalogue/instruments.yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final String version;
    private final Map<InstrumentCode, Instrument> instruments = new LinkedHashMap<>();
    private final InstrumentCode crossDiagnosisEndpoint;
    private final Map<PrimaryDiagnosis, InstrumentCode> endpoints = new EnumMap<>(PrimaryDiagnosis.class);

    /** Reads the shipped file. */
    public CatalogueFile() {
        JsonNode file = read();
        version = file.required("catalogue_version").asText();
        Map<String, String> citations = citations(file.required("sources"));
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        for (JsonNode written : file.required("instruments")) {
            ObjectNode entry = extended((ObjectNode) written, entries);
            add(entries, entry);
            Instrument instrument = new EntryReader(bound(entry), citations).instrument();
            CatalogueCheck.of(instrument);
            instruments.put(instrument.code(), instrument);
        }
        JsonNode endpointCodes = file.required("primary_endpoint");
        crossDiagnosisEndpoint = endpoint(endpointCodes, "cross_diagnosis");
        for (PrimaryDiagnosis diagnosis : PrimaryDiagnosis.values()) {
            endpoints.put(diagnosis, endpoint(endpointCodes, diagnosis.name()));
        }
    }

    private InstrumentCode endpoint(JsonNode codes, String key) {
        return withCode(new InstrumentCode(codes.required(key).asText())).code();
    }

    @Override
    public InstrumentCode crossDiagnosisEndpoint() {
        return crossDiagnosisEndpoint;
    }

    @Override
    public InstrumentCode primaryEndpoint(PrimaryDiagnosis diagnosis) {
        return endpoints.get(diagnosis);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<Instrument> all() {
        return new ArrayList<>(instruments.values());
    }

    @Override
    public Optional<Instrument> find(InstrumentCode code) {
        return Optional.ofNullable(instruments.get(code));
    }

    private static void add(Map<String, ObjectNode> entries, ObjectNode entry) {
        String code = entry.required("code").asText();
        if (entries.put(code, entry) != null) {
            throw new CatalogueFault(code, "is there twice");
        }
    }

    /** A copy of the entry named by {@code extends}, its top-level keys replaced by those listed (conventions.extends). */
    private static ObjectNode extended(ObjectNode written, Map<String, ObjectNode> earlier) {
        if (!written.has("extends")) {
            return written;
        }
        String base = written.required("extends").asText();
        ObjectNode merged = Optional.ofNullable(earlier.get(base))
                .orElseThrow(() -> new CatalogueFault(base, "is extended before it is described"))
                .deepCopy();
        written.properties().forEach(property -> merged.set(property.getKey(), property.getValue()));
        merged.remove("extends");
        return merged;
    }

    private static Map<String, String> citations(JsonNode sources) {
        Map<String, String> citations = new LinkedHashMap<>();
        sources.properties().forEach(source -> citations.put(source.getKey(), source.getValue().asText()));
        return citations;
    }

    private static CatalogueEntry bound(ObjectNode entry) {
        try {
            return YAML.treeToValue(entry, CatalogueEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(entry.path("code").asText(), e);
        }
    }

    private static JsonNode read() {
        try (InputStream file = CatalogueFile.class.getResourceAsStream(RESOURCE)) {
            return YAML.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }
}
