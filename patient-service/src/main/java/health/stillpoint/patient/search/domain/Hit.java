package health.stillpoint.patient.search.domain;

import java.util.UUID;

/**
 * A patient that was found.
 *
 * @param nameMatch how alike the name is, 0..1; null when no name was sought
 */
public record Hit(UUID patientId, Double nameMatch) { }
