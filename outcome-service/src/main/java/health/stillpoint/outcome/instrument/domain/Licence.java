package health.stillpoint.outcome.instrument.domain;

import java.util.Optional;

/**
 * Whether the wording of the items may be carried in the product. None is: the catalogue holds numbers and rules only,
 * and a clinic loads wording from its own licensed copy.
 */
public record Licence(String status, boolean itemsMayBeShipped, Optional<String> note) {}
