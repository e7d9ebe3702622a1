package health.stillpoint.bench;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Records the load is about: each in turn, either round and round or each only once. */
final class IdPool {

    private final List<UUID> ids;
    private final boolean onlyOnce;
    private final AtomicLong taken = new AtomicLong();

    private IdPool(List<UUID> ids, boolean onlyOnce) {
        if (ids.isEmpty()) {
            throw new BenchFailure("there are no records to measure with");
        }
        this.ids = List.copyOf(ids);
        this.onlyOnce = onlyOnce;
    }

    static IdPool round(List<UUID> ids) {
        return new IdPool(ids, false);
    }

    static IdPool once(List<UUID> ids) {
        return new IdPool(ids, true);
    }

    UUID next() throws Empty {
        long number = taken.getAndIncrement();
        if (onlyOnce && number >= ids.size()) {
            throw new Empty();
        }
        return ids.get((int) (number % ids.size()));
    }

    /** Every record was used. */
    static final class Empty extends Exception {

        private static final long serialVersionUID = 1L;

        Empty() {
            super("every prepared record was used", null, false, false);
        }
    }
}
