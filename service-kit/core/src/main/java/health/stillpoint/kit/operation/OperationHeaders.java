package health.stillpoint.kit.operation;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Describes in the API's document the headers that the kit reads: {@code Idempotency-Key} at every operation that changes
 * something, required where {@link ClinicOperation#idempotency} says so, and {@code If-Match} wherever a method asks for it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationHeaders implements OASFilter {

    private static final String ACCEPTED_KEY = "IdempotencyKey";
    private static final String REQUIRED_KEY = "RequiredIdempotencyKey";
    private static final String IF_MATCH = "IfMatch";

    private final IndexView index;

    /** @param index the classes of the service and of the kit */
    public OperationHeaders(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        describe(document.getComponents());
        ChangingMethods.forEach(document, index, (operation, method) -> binding(method).ifPresent(binding ->
                refer(operation, isRequired(binding) ? REQUIRED_KEY : ACCEPTED_KEY)));
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations().values().forEach(OperationHeaders::matched));
    }

    private static void describe(Components components) {
        String unique = "A name of this call, new for each one and the same when it is repeated: the repeat does nothing and gets the first"
                + " answer again, with Idempotency-Replayed: true. Kept for 24 hours; 422 idempotency-key-reused with another call.";
        components.addParameter(ACCEPTED_KEY, key().description(unique));
        components.addParameter(REQUIRED_KEY, key().required(true).description(unique + " 400 idempotency-key-required without one."));
        components.addParameter(IF_MATCH, header(HttpHeaders.IF_MATCH).required(true)
                .description("The ETag of the version that was read, in its double quotes; 428 precondition-required without it, 400"
                        + " if-match-unusable when it is no strong entity tag, 412 precondition-failed when the record has changed"
                        + " since. * stands for any version.")
                .schema(text().minLength(1)).example("\"3\""));
    }

    private static Parameter key() {
        return header(IdempotentCall.HEADER)
                .schema(text().minLength(1).maxLength(IdempotentCall.LONGEST).pattern("^[!-~]+$"))
                .example("0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9a01");
    }

    private static Parameter header(String name) {
        return OASFactory.createParameter().name(name).in(Parameter.In.HEADER);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    /** Once, however often the document is made. */
    private static void refer(org.eclipse.microprofile.openapi.models.Operation operation, String name) {
        Parameter reference = OASFactory.createParameter().ref(name);
        if (operation.getParameters() == null
                || operation.getParameters().stream().noneMatch(known -> reference.getRef().equals(known.getRef()))) {
            operation.addParameter(reference);
        }
    }

    private static Optional<AnnotationInstance> binding(MethodInfo method) {
        return Optional.ofNullable(method.annotation(ClinicOperation.class))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(ClinicOperation.class)));
    }

    private static boolean isRequired(AnnotationInstance binding) {
        return binding.value("idempotency") != null && binding.value("idempotency").asEnum().equals(Idempotency.REQUIRED.name());
    }

    /** Describes {@code If-Match} the same everywhere. */
    private static void matched(org.eclipse.microprofile.openapi.models.Operation operation) {
        if (operation.getParameters() != null) {
            List<Parameter> parameters = new ArrayList<>(operation.getParameters());
            parameters.replaceAll(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName())
                    ? OASFactory.createParameter().ref(IF_MATCH) : parameter);
            operation.setParameters(parameters);
        }
    }
}
