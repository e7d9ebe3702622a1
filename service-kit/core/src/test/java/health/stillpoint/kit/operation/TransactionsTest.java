package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final List<String> asked = new ArrayList<>();
    private Exception refusal;

    private final Transactions transactions = new Transactions((TransactionManager) Proxy.newProxyInstance(
            TransactionManager.class.getClassLoader(), new Class<?>[] {TransactionManager.class}, (_, method, _) -> {
                asked.add(method.getName());
                if (method.getName().equals("commit") && refusal != null) {
                    throw refusal;
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
        refusal = new RollbackException("too late");

        assertThatThrownBy(() -> transactions.inNew(() -> "done", () -> false)).isInstanceOf(RollbackException.class);
    }

    @Test
    void believesTheDatabaseThatHasCommitted() throws Exception {
        for (Exception late : List.of(new RollbackException(), new HeuristicMixedException(), new HeuristicRollbackException(),
                new IllegalStateException())) {
            refusal = late;

            assertThat(transactions.inNew(() -> "done", () -> true)).isEqualTo("done");
        }
    }
}
