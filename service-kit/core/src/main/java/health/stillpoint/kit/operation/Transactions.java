package health.stillpoint.kit.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;

/** Transactions of our own: always new, never left open. */
@ApplicationScoped
class Transactions {

    private final TransactionManager manager;

    Transactions(TransactionManager manager) {
        this.manager = manager;
    }

    /** Runs the body in a new transaction; a surrounding one waits. Whatever is thrown rolls it back. */
    <T> T inNew(Callable<T> body) throws Exception {
        Transaction surrounding = manager.getTransaction() == null ? null : manager.suspend();
        try {
            return commit(body);
        } finally {
            if (surrounding != null) {
                manager.resume(surrounding);
            }
        }
    }

    private <T> T commit(Callable<T> body) throws Exception {
        begin();
        T result;
        try {
            result = body.call();
        } catch (Throwable thrown) {
            rollback(thrown);
            throw thrown;
        }
        manager.commit();
        return result;
    }

    private void begin() throws SystemException, NotSupportedException {
        manager.begin();
    }

    private void rollback(Throwable thrown) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            thrown.addSuppressed(e);
        }
    }
}
