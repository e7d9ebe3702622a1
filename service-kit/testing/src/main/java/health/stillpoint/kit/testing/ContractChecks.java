package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import health.stillpoint.kit.outbox.EventJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Holds a service's facts to its contract files in {@code src/main/resources/contracts}. */
public final class ContractChecks {

    private ContractChecks() {}

    /** Every schema has an example that obeys it, every example a schema, and the AsyncAPI document names all of them. */
    public static void contractFilesAgree() {
        Path contracts = contracts();
        List<String> schemas = Contracts.names(contracts.resolve("schemas"));
        assertThat(schemas).as("schemas").isNotEmpty();
        assertThat(Contracts.names(contracts.resolve("examples"))).as("one example a schema").isEqualTo(schemas);
        schemas.forEach(type -> obeysSchema(type, Contracts.read(contracts.resolve("examples/" + type + ".json"))));
        asyncApiNames(schemas);
    }

    private static void asyncApiNames(List<String> types) {
        String asyncApi = Contracts.read(contracts().resolve("asyncapi.yaml"));
        assertThat(types).as("named in asyncapi.yaml").allSatisfy(type -> assertThat(asyncApi)
                .contains("schemas/" + type + ".json"));
    }

    /** The JSON obeys this service's schema of the type; unknown formats and dates are checked too. */
    public static void obeysSchema(String type, String json) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Contracts.read(contracts().resolve("schemas/" + type + ".json")), InputFormat.JSON);
        List<Error> errors = schema.validate(
                json, InputFormat.JSON, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as("%s against its schema", type).isEmpty();
    }

    /** What the producer's own wire record is written as is the golden example, field by field. */
    public static void isGoldenExample(String type, Object data) {
        String written = EventJson.write(data);
        obeysSchema(type, written);
        assertThat(tree(written)).as("golden example of %s", type).isEqualTo(tree(Contracts.example(type)));
    }

    /** The consumer's record reads the producer's golden example and keeps what it needs: nothing required is missing. */
    public static <T> T reads(String type, Class<T> dataType) {
        try {
            T data = EventJson.read(Contracts.example(type).getBytes(StandardCharsets.UTF_8), dataType);
            assertThat(data).hasNoNullFieldsOrProperties();
            return data;
        } catch (IOException e) {
            throw new AssertionError("The example of " + type + " cannot be read as " + dataType.getSimpleName(), e);
        }
    }

    /** No fact carries a field whose name smells of a person: facts hold ids and codes. */
    public static void factsCarryNoPersonalData() {
        TreeSet<String> suspicious = new TreeSet<>();
        for (String type : Contracts.names(contracts().resolve("schemas"))) {
            tree(Contracts.read(contracts().resolve("schemas/" + type + ".json")))
                    .findValues("properties")
                    .forEach(properties -> properties.fieldNames().forEachRemaining(field -> {
                        if (field.matches("(?i).*(family|given|birthDate|phone|email|address|note|comment|freeText).*")) {
                            suspicious.add(type + ": " + field);
                        }
                    }));
        }
        assertThat(suspicious).as("ids and codes only").isEmpty();
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path contracts() {
        Path contracts = Contracts.here().resolve("src/main/resources/contracts");
        assertThat(Files.isDirectory(contracts)).as(contracts + " exists").isTrue();
        return contracts;
    }
}
