package health.stillpoint.bench;

/**
 * The three ways one piece of work was done in the same run, in turn.
 *
 * @param serviceAlone latencies of one caller, with nobody else at the service
 * @param gatewayAlone the same through the gateway
 */
record Ways(Measured raw, Measured service, Measured gateway, Latencies serviceAlone, Latencies gatewayAlone) {

    /** The service's rate as a share of raw JDBC's. */
    double shareOfRaw() {
        return service.perSecond() / raw.perSecond();
    }

    /** How much longer the median takes through the gateway, as a share of it without. */
    double gatewayAddition() {
        return gateway.latencies().median() / service.latencies().median() - 1;
    }

    /** The same for one caller alone, where no work of others stands in between. */
    double gatewayAdditionAlone() {
        return gatewayAlone.median() / serviceAlone.median() - 1;
    }

    /** What the service does for each CPU second of its own and its database's, in terms of the reference server. */
    double timesReference(Work work) {
        return service.perCpuSecond() * work.units() / work.referencePerCpuSecond();
    }

    /** The same if the database's part of raw JDBC were all: what cannot be surpassed on this machine. */
    double databaseAlone(Work work) {
        return raw.requests() / raw.cpu().database() * work.units() / work.referencePerCpuSecond();
    }

    /** What is reached of that, 0..1. */
    double shareOfDatabaseAlone(Work work) {
        return timesReference(work) / databaseAlone(work);
    }
}
