package health.stillpoint.gateway.upstream;

import java.util.concurrent.atomic.AtomicLong;

/** Keeps retries a small share of all calls: each call earns a little, each retry spends a whole one; ten are saved at most. */
final class RetryBudget {

    private static final long PRICE = 100;
    private static final long MOST = 10 * PRICE;

    private final long earnedPerCall;
    private final AtomicLong saved = new AtomicLong(MOST);

    RetryBudget(int retriesPerHundredCalls) {
        this.earnedPerCall = retriesPerHundredCalls;
    }

    void earn() {
        if (saved.get() < MOST) {
            saved.updateAndGet(now -> Math.min(MOST, now + earnedPerCall));
        }
    }

    boolean spend() {
        if (earnedPerCall == 0) {
            return false;
        }
        long before = saved.getAndUpdate(now -> now >= PRICE ? now - PRICE : now);
        return before >= PRICE;
    }
}
