package health.stillpoint.kit.outbox;

import java.time.Instant;

/**
 * Says that every fact of a partition stored before {@code sentAt} has been published before this.
 *
 * @param source short name of the service
 * @param sentAt real time of the service's database (UTC)
 */
public record HeartbeatV1(String source, int partition, Instant sentAt) {}
