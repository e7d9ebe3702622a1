package health.stillpoint.patient.programme.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;
import java.util.List;

/** One step of a patient through the programme; kept for ever. */
public record Transition(ProgrammeState from, ProgrammeState to, List<String> reasonCodes, Instant at) { }
