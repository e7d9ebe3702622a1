package health.stillpoint.bench;

/**
 * CPU time, user and system, in seconds.
 *
 * @param service the service measured
 * @param gateway the gateway
 * @param database the PostgreSQL server and all its processes
 * @param generator this program: load generator, broker and issuer
 */
record CpuSeconds(double service, double gateway, double database, double generator) {

    static final CpuSeconds NONE = new CpuSeconds(0, 0, 0, 0);

    CpuSeconds plus(CpuSeconds other) {
        return new CpuSeconds(service + other.service, gateway + other.gateway, database + other.database, generator + other.generator);
    }

    CpuSeconds minus(CpuSeconds other) {
        return new CpuSeconds(service - other.service, gateway - other.gateway, database - other.database, generator - other.generator);
    }
}
