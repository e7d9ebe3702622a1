package health.stillpoint.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import health.stillpoint.gateway.GatewayConfig;
import health.stillpoint.gateway.contract.DocumentMerger.Source;
import health.stillpoint.gateway.routing.RouteTable;
import health.stillpoint.gateway.routing.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one document of the whole API, ready to be sent.
 *
 * @param json UTF-8
 * @param yaml UTF-8
 * @param etag strong entity tag with its quotes
 */
record MergedDocument(byte[] json, byte[] yaml, String etag) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));
    private static final String OWN_DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    /** Merges what is known of the services with the gateway's own operations. */
    static MergedDocument of(Map<Upstream, ServiceDocument> documents, GatewayConfig.Documentation config,
            String issuer) {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source("gateway", "Gateway", own(), Optional::of));
        documents.forEach((upstream, known) -> known.document().ifPresent(document -> sources.add(new Source(
                upstream.name().toLowerCase(Locale.ROOT), upstream.schemaPrefix(), document,
                inside -> RouteTable.outside(upstream, inside)))));
        ObjectNode merged = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        merged.set("info", info(documents));
        merged.putArray("servers").addObject().put("url", config.server());
        merged.setAll(DocumentMerger.merge(sources));
        secure(merged, config.openIdConnectUrl().orElse(issuer + "/.well-known/openid-configuration"));
        CommonAnswers.addTo(merged);
        return written(merged);
    }

    private static ObjectNode info(Map<Upstream, ServiceDocument> documents) {
        List<String> gone = documents.entrySet().stream().filter(it -> !it.getValue().current())
                .map(it -> it.getKey().serviceName() + " (" + it.getValue().state() + ")").toList();
        String description = "Patients, dosing sessions and outcomes of ketamine-assisted psychotherapy programmes.";
        ObjectNode info = JsonNodeFactory.instance.objectNode()
                .put("title", "Stillpoint")
                .put("version", "1")
                .put("description", gone.isEmpty() ? description
                        : description + "\n\n**Not all services answer now:** " + String.join(", ", gone) + ".");
        ObjectNode states = info.putObject("x-services");
        documents.forEach((upstream, known) -> {
            ObjectNode state = states.putObject(upstream.serviceName()).put("document", known.state());
            if (!known.current()) {
                known.fetchedAt().ifPresent(at -> state.put("fetchedAt", at.toString()));
            }
        });
        return info;
    }

    private static void secure(ObjectNode merged, String openIdConnectUrl) {
        ObjectNode components = (ObjectNode) merged.get("components");
        components.putObject("securitySchemes").putObject(DocumentMerger.SECURITY_SCHEME)
                .put("type", "openIdConnect")
                .put("openIdConnectUrl", openIdConnectUrl)
                .put("description", "An access token of the clinic's identity provider, as `Authorization: Bearer`.");
        merged.putArray("security").addObject().putArray(DocumentMerger.SECURITY_SCHEME);
    }

    private static ObjectNode own() {
        try (InputStream document = Thread.currentThread().getContextClassLoader().getResourceAsStream(OWN_DOCUMENT)) {
            JsonNode read = document == null ? null : JSON.readTree(document);
            return read instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MergedDocument written(ObjectNode merged) {
        try {
            byte[] json = JSON.writeValueAsBytes(merged);
            byte[] yaml = YAML.writeValueAsString(merged).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
            return new MergedDocument(json, yaml, '"' + HexFormat.of().formatHex(digest, 0, 16) + '"');
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("The document could not be written", impossible);
        }
    }
}
