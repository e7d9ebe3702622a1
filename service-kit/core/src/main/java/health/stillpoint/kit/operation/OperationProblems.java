package health.stillpoint.kit.operation;

import health.stillpoint.kit.outage.RootCause;
import health.stillpoint.kit.problem.Faults;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers for what a transaction can end with. */
class OperationProblems {

    private static final Logger LOG = Logger.getLogger(OperationProblems.class);
    private static final String RETRY_SECONDS = "1";

    @ServerExceptionMapper
    RestResponse<byte[]> again(ReplayedAnswer replayed) {
        IdempotentCall.Answer answer = replayed.answer();
        var response = RestResponse.ResponseBuilder.<byte[]>create(answer.status()).header("Idempotency-Replayed", "true");
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.header(header.getKey(), header.getValue());
        }
        return response.entity(answer.body()).build();
    }

    /** Every attempt was overtaken by others; nothing of it says that the caller's entity tag is old. */
    @ServerExceptionMapper
    RestResponse<Problem> overtaken(OptimisticLockException e) {
        LOG.warn("Nothing was committed: overtaken by other operations on the same records");
        return unavailable();
    }

    @ServerExceptionMapper
    RestResponse<Problem> broken(ConstraintViolationException e) {
        return bySqlState(e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> broken(PersistenceException e) {
        return bySqlState(e);
    }

    @ServerExceptionMapper
    RestResponse<Problem> broken(RollbackException e) {
        return bySqlState(e);
    }

    /** The kit's own statements are never the caller's fault. */
    @ServerExceptionMapper
    RestResponse<Problem> unavailable(DatabaseUnavailable e) {
        LOG.warnf("Nothing was committed, SQL state %s", sqlState(e));
        return unavailable();
    }

    private static RestResponse<Problem> bySqlState(Throwable thrown) {
        String state = sqlState(thrown);
        LOG.debugf("Nothing was committed, SQL state %s", state);
        return switch (state) {
            case "23505", "23P01" -> Problems.conflict().toResponse();
            case "23503" -> Problem.of(422, "unknown-reference", "Something that is referred to does not exist").toResponse();
            case "23514", "22001", "22003" -> Problems.invalidValue().toResponse();
            default -> passes(state) ? logged(state) : internal(thrown);
        };
    }

    /** True for what a repeat may cure: a lost connection, a deadlock, a lock or a statement that took too long, a full pool. */
    private static boolean passes(String state) {
        return state.isEmpty() || state.startsWith("08") || state.startsWith("40") || state.startsWith("53")
                || state.startsWith("55") || state.startsWith("57") || state.startsWith("25");
    }

    private static RestResponse<Problem> logged(String state) {
        LOG.warnf("Nothing was committed, SQL state %s", state);
        return unavailable();
    }

    private static RestResponse<Problem> unavailable() {
        return RestResponse.ResponseBuilder.<Problem>create(503).entity(Problems.unavailable()).type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }

    private static RestResponse<Problem> internal(Throwable thrown) {
        LOG.errorf("Request failed: %s", Faults.describe(thrown));
        return Problems.internal().toResponse();
    }

    /** Empty when the driver gave none, as for a pool without a free connection; {@code none} when no SQL was involved. */
    private static String sqlState(Throwable thrown) {
        return RootCause.causes(thrown).filter(SQLException.class::isInstance).findFirst()
                .map(cause -> Objects.requireNonNullElse(((SQLException) cause).getSQLState(), "")).orElse("none");
    }
}
