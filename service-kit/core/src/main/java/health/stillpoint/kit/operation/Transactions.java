package health.stillpoint.kit.operation;

import health.stillpoint.kit.problem.Faults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Transactions of our own: always new, never left open. */
@ApplicationScoped
class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);

    private final TransactionManager manager;

    Transactions(TransactionManager manager) {
        this.manager = manager;
    }

    /**
     * Runs the body in a new transaction; a surrounding one waits. Whatever is thrown rolls it back.
     *
     * @param committed whether the body's last statement has committed; what is thrown after that undoes nothing and is only logged
     */
    <T> T inNew(Callable<T> body, BooleanSupplier committed) throws Exception {
        Transaction surrounding = manager.getTransaction() == null ? null : manager.suspend();
        try {
            return commit(body, committed);
        } finally {
            if (surrounding != null) {
                manager.resume(surrounding);
            }
        }
    }

    /**
     * Asked before a statement commits by itself.
     *
     * @throws RollbackException when the transaction may not commit any more: it took too long, or something in it marked it
     */
    void requireActive() throws RollbackException, SystemException {
        if (manager.getStatus() != Status.STATUS_ACTIVE) {
            throw new RollbackException("The transaction may only be rolled back");
        }
    }

    private <T> T commit(Callable<T> body, BooleanSupplier committed) throws Exception {
        manager.begin();
        T result;
        try {
            result = body.call();
        } catch (Throwable thrown) {
            rollback(thrown);
            throw thrown;
        }
        try {
            manager.commit();
        } catch (Exception late) {
            if (!committed.getAsBoolean()) {
                throw late;
            }
            LOG.warnf("Committed, although its transaction ended with %s", Faults.describe(late));
        }
        return result;
    }

    private void rollback(Throwable thrown) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }
}
