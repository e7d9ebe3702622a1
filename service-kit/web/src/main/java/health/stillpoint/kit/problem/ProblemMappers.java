package health.stillpoint.kit.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything that can be thrown into a problem. What nobody expected says nothing but the request's id. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String CHALLENGE = "Bearer error=\"invalid_token\"";

    @ServerExceptionMapper
    RestResponse<Problem> refusal(ProblemException e) {
        Problem problem = e.problem();
        return problem.getStatus() == 401 ? challenged(problem) : problem.toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> nobody(UnauthorizedException e) {
        return RestResponse.ResponseBuilder.<Problem>create(401).entity(Problems.unauthenticated())
                .type(Problem.MEDIA_TYPE).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> notBelieved(AuthenticationFailedException e) {
        return challenged(Problems.unauthenticated());
    }

    /** Names the roles that may; what else was wrong, if anything, is not told. */
    @ServerExceptionMapper
    RestResponse<Problem> notAllowed(ForbiddenException e, ContainerRequestContext request) {
        Problem refusal = Problems.forbidden();
        return RolesAsked.of(request).map(refusal::detail).orElse(refusal).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> outOfRange(ConstraintViolationException e) {
        List<Violation> found = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            Where where = Where.of(violation);
            if (where == null) {
                LOG.errorf("An answer breaks its own constraints: %s", violation.getPropertyPath());
                return Problems.internal().toResponse();
            }
            found.add(new Violation(where.field(), where.in(), violation.getMessage()));
        }
        found.sort(Comparator.comparing(Violation::field).thenComparing(Violation::message));
        return Problems.invalidValue().violations(found).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadable(MismatchedInputException e) {
        return unreadableAt(e).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> unreadable(JsonProcessingException e) {
        return unreadableAt(e).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> otherMethod(NotAllowedException e, ContainerRequestContext request) {
        return RestResponse.ResponseBuilder.<Problem>create(405).entity(Problems.ofStatus(405)).type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.ALLOW, AllowedMethods.of(request)).build();
    }

    @ServerExceptionMapper
    RestResponse<Problem> byStatus(WebApplicationException e) {
        Response response = e.getResponse();
        if (response.getStatus() < 400) {
            return RestResponse.ResponseBuilder.<Problem>create(response.getStatus()).build();
        }
        if (response.getEntity() instanceof Problem problem) {
            return problem.toResponse();
        }
        if (response.getStatus() == 400 && e.getCause() instanceof JsonProcessingException json) {
            return unreadableAt(json).toResponse();
        }
        if (response.getStatus() == 401) {
            return challenged(Problems.unauthenticated());
        }
        if (response.getStatus() >= 500) {
            LOG.errorf("Request failed: %s", Faults.describe(e));
        }
        return withRetryAfter(Problems.ofStatus(response.getStatus()), response);
    }

    /** Whoever leaves in the middle of their request is nobody's fault, and hears no answer. */
    @ServerExceptionMapper
    RestResponse<Problem> brokenOff(IOException e, HttpServerResponse response) {
        if (response.closed()) {
            LOG.debug("The caller left before the request was whole");
            return Problems.internal().toResponse();
        }
        return unexpected(e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> unexpected(Throwable e) {
        LOG.errorf("Request failed: %s", Faults.describe(e));
        return Problems.internal().toResponse();
    }

    private static RestResponse<Problem> withRetryAfter(Problem problem, Response response) {
        var answer = RestResponse.ResponseBuilder.<Problem>create(problem.getStatus()).entity(problem).type(Problem.MEDIA_TYPE);
        String retryAfter = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return answer.build();
    }

    private static RestResponse<Problem> challenged(Problem problem) {
        return RestResponse.ResponseBuilder.<Problem>create(401).entity(problem).type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE).build();
    }

    private static Problem unreadableAt(JsonProcessingException e) {
        if (e instanceof JsonParseException && e.getLocation() != null) {
            return Problems.unreadable().detail("It cannot be read from line " + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + " on.");
        }
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Problems.unreadable();
        }
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(Violation.harmless(step.getFieldName()));
            }
        }
        return Problems.unreadable().violations(List.of(new Violation(field.toString(), "body", expected(mapping))));
    }

    private static String expected(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown when unknown.getKnownPropertyIds() != null -> "is not known; "
                    + Expected.oneOf(unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList());
            case MismatchedInputException other -> Expected.of(other.getTargetType());
            default -> Expected.of(null);
        };
    }

    /** Where in the request a constraint was broken. */
    private record Where(String field, String in) {

        private static final String BODY = "body";

        /** Null when it is not in the request but in the answer. */
        static Where of(ConstraintViolation<?> violation) {
            StringBuilder field = new StringBuilder();
            Path.MethodNode method = null;
            Where parameter = new Where("", "query");
            for (Path.Node node : violation.getPropertyPath()) {
                switch (node.getKind()) {
                    case RETURN_VALUE -> {
                        return null;
                    }
                    case METHOD -> method = node.as(Path.MethodNode.class);
                    case PARAMETER -> parameter = of(node.as(Path.ParameterNode.class), method, violation.getRootBeanClass());
                    case CONSTRUCTOR, CROSS_PARAMETER, BEAN -> { }
                    case PROPERTY, CONTAINER_ELEMENT -> append(field, node);
                }
            }
            return field.isEmpty() ? parameter : new Where(field.toString(), "body");
        }

        /** A parameter that is read from nowhere else is the body as a whole. */
        private static Where of(Path.ParameterNode node, Path.MethodNode method, Class<?> resource) {
            Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
            Where where = new Where(node.getName(), "query");
            for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
                try {
                    Parameter parameter = type.getDeclaredMethod(method.getName(), types).getParameters()[node.getParameterIndex()];
                    where = isAny(parameter, RestQuery.class, QueryParam.class) ? new Where(node.getName(), "query")
                            : isAny(parameter, RestPath.class, PathParam.class) ? new Where(node.getName(), "path")
                            : isAny(parameter, RestHeader.class, HeaderParam.class) ? new Where(node.getName(), "header")
                            : new Where(BODY, BODY);
                } catch (NoSuchMethodException _) {
                    // declared further up; what intercepts a resource stands below it and knows no annotations
                }
            }
            return where;
        }

        @SafeVarargs
        private static boolean isAny(Parameter parameter, Class<? extends Annotation>... annotations) {
            return Stream.of(annotations).anyMatch(parameter::isAnnotationPresent);
        }

        private static void append(StringBuilder field, Path.Node node) {
            if (node.getIndex() != null) {
                field.append('[').append(node.getIndex()).append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
    }
}
