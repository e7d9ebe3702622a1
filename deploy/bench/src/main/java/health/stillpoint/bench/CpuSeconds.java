package health.stillpoint.bench;

/**
 * CPU time, user and system, in seconds.
 *
 * @param service the service measured
 * @param gateway the gateway
 * @param database the PostgreSQL server and all its processes
 * @param generator this program: load generator, broker and issuer
 * @param compilers what of service and gateway was the compiling of their code
 */
record CpuSeconds(double service, double gateway, double database, double generator, double compilers) {

    static final CpuSeconds NONE = new CpuSeconds(0, 0, 0, 0, 0);

    /** How much of the time of service and gateway their compilers took, 0..1. */
    double compiling() {
        return service + gateway == 0 ? 0 : compilers / (service + gateway);
    }

    CpuSeconds plus(CpuSeconds other) {
        return new CpuSeconds(service + other.service, gateway + other.gateway, database + other.database,
                generator + other.generator, compilers + other.compilers);
    }

    CpuSeconds minus(CpuSeconds other) {
        return new CpuSeconds(service - other.service, gateway - other.gateway, database - other.database,
                generator - other.generator, compilers - other.compilers);
    }
}
