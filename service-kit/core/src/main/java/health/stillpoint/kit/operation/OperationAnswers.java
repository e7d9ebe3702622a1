package health.stillpoint.kit.operation;

import health.stillpoint.kit.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Describes in the API's document what answers hold: a refusal is a {@link Problem}, what was created is what the method returns. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationAnswers implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final DotName SCHEMA = DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private final IndexView index;

    /** @param index the classes of the service and of the kit */
    public OperationAnswers(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problem());
        ChangingMethods.forEach(document, index, (operation, method) -> created(document.getComponents(), operation, method));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().entrySet().stream())
                .filter(answer -> isRefusal(answer.getKey(), answer.getValue()))
                .forEach(answer -> answer.getValue().setContent(refusal()));
    }

    /** The scanner describes what comes with 200 alone. */
    private void created(Components components, org.eclipse.microprofile.openapi.models.Operation operation, MethodInfo method) {
        APIResponse answer = operation.getResponses().getAPIResponse("201");
        if (answer != null && answer.getContent() == null && method.returnType().kind() == Type.Kind.PARAMETERIZED_TYPE) {
            String schema = schemaName(method.returnType().asParameterizedType().arguments().getFirst().name());
            if (components.getSchemas().containsKey(schema)) {
                answer.setContent(OASFactory.createContent().addMediaType("application/json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(schema))));
            }
        }
    }

    private String schemaName(DotName type) {
        ClassInfo view = index.getClassByName(type);
        AnnotationInstance named = view == null ? null : view.declaredAnnotation(SCHEMA);
        return named == null || named.value("name") == null ? type.withoutPackagePrefix().replaceFirst(".*\\$", "") : named.value("name").asString();
    }

    private static boolean isRefusal(String status, APIResponse answer) {
        return (status.startsWith("4") || status.startsWith("5")) && answer.getContent() == null && answer.getRef() == null;
    }

    private static Content refusal() {
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE,
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        return object()
                .description("A refusal (RFC 9457). Programs decide by `code`; further members are told by the operation.")
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER).format("int32"))
                .addProperty("detail", text().description("Words that help this caller"))
                .addProperty("code", text().description("Stable name of the problem"))
                .addProperty("requestId", text().description("For questions about this call"))
                .addProperty("violations", OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(object()
                        .addProperty("field", text().description("Where, such as `emergencyContact.phone` or the name of a parameter"))
                        .addProperty("in", text().description("body, query, path or header"))
                        .addProperty("message", text().description("What may stand there"))))
                .addRequired("type").addRequired("title").addRequired("status").addRequired("code").addRequired("requestId")
                .addExample(Map.of("type", "https://stillpoint.health/problems/precondition-failed", "title", "The record has changed",
                        "status", 412, "code", "precondition-failed", "requestId", "0197a000-0000-7000-8000-000000000001"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
