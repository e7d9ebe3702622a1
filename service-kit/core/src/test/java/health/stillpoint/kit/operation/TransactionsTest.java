package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final List<String> asked = new ArrayList<>();
    private boolean commits = true;

    private final Transactions transactions = new Transactions((TransactionManager) Proxy.newProxyInstance(
            TransactionManager.class.getClassLoader(), new Class<?>[] {TransactionManager.class}, (_, method, _) -> {
                asked.add(method.getName());
                if (method.getName().equals("commit") && !commits) {
                    throw new RollbackException("too late");
                }
                return method.getName().equals("getStatus") ? 0 : null;
            }));

    @Test
    void commitsWhatTheBodyDid() throws Exception {
        assertThat(transactions.inNew(() -> "done", () -> false)).isEqualTo("done");
        assertThat(asked).containsExactly("getTransaction", "begin", "commit");
    }

    @Test
    void rollsBackWhatThrows() {
        assertThatThrownBy(() -> transactions.inNew(() -> {
            throw new IllegalStateException("no");
        }, () -> false)).hasMessage("no");
        assertThat(asked).containsExactly("getTransaction", "begin", "rollback");
    }

    @Test
    void saysThatNothingIsCommittedWhenItsEndFails() {
        commits = false;

        assertThatThrownBy(() -> transactions.inNew(() -> "done", () -> false)).isInstanceOf(RollbackException.class);
    }

    @Test
    void believesTheDatabaseThatHasCommitted() throws Exception {
        commits = false;

        assertThat(transactions.inNew(() -> "done", () -> true)).isEqualTo("done");
    }
}
