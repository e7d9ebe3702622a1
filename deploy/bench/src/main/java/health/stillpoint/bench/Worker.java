package health.stillpoint.bench;

/** One connection that does the same work again and again. */
interface Worker extends AutoCloseable {

    /** Does it once; false when the answer was not the one expected. */
    boolean once() throws Exception;

    @Override
    void close();

    /** Opens connections. */
    @FunctionalInterface
    interface Source {
        Worker open() throws Exception;
    }
}
