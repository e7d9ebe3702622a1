package health.stillpoint.session.monitoring.domain;

/**
 * One point of the monitoring plan.
 *
 * @param minute whole minutes from the start of administration
 * @param withScales CADSS or CADSS6 and SUDS are asked too
 */
public record PlanPoint(int minute, boolean withScales) {
}
