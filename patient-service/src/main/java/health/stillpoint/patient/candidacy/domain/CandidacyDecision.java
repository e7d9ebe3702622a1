package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.FindingClass;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.ScreeningResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision as it was taken: never changed, only ended or followed by another. With a second reader required it takes
 * effect when another physician agrees (programme.md section 6).
 */
public record CandidacyDecision(
        UUID id,
        PatientId patientId,
        CandidacyInputs inputs,
        CandidacyResult result,
        UUID decidedBy,
        Instant decidedAt,
        String rationale,
        Instant expiresAt,
        State state) {

    /** Where a decision stands. */
    public sealed interface State {

        /** Waits for a second physician. */
        record AwaitingSecondReader() implements State { }

        /** In force; {@code secondReader} is null where none was needed. */
        record InForce(UUID secondReader, Instant since) implements State { }

        /** The second physician did not agree. */
        record NotConfirmed(UUID secondReader, Instant at) implements State { }

        /** Over: out of date, reopened by a new finding, or replaced. */
        record Ended(List<String> reasonCodes, Instant at) implements State { }
    }

    /** Takes the decision that the rules propose. Refused while something must first be recorded. */
    public static CandidacyDecision take(
            UUID id,
            PatientId patientId,
            CandidacyInputs inputs,
            CandidacyResult result,
            UUID physician,
            String rationale,
            CandidacyLimits limits) {
        if (!result.missing().isEmpty()) {
            throw new CandidacyRefusal.NotReady(result.missing());
        }
        Instant at = inputs.at();
        boolean waits = result.secondReaderRequired() && result.outcome().isAccepted();
        State state = waits ? new State.AwaitingSecondReader() : new State.InForce(null, at);
        return new CandidacyDecision(id, patientId, inputs, result, physician, at, rationale,
                at.plus(Duration.ofDays(limits.decisionDays())), state);
    }

    /** A second physician reads the case. */
    public CandidacyDecision read(UUID secondReader, boolean agrees, Instant at) {
        return switch (state) {
            case State.AwaitingSecondReader _ -> {
                if (secondReader.equals(decidedBy)) {
                    throw new CandidacyRefusal.SameReader();
                }
                yield with(agrees ? new State.InForce(secondReader, at) : new State.NotConfirmed(secondReader, at));
            }
            case State.InForce _, State.NotConfirmed _, State.Ended _ -> throw new CandidacyRefusal.NotAwaitingReader();
        };
    }

    /** Ends a decision that is in force or waiting; an ended one stays as it is. */
    public CandidacyDecision end(List<String> reasonCodes, Instant at) {
        return switch (state) {
            case State.AwaitingSecondReader _, State.InForce _ -> with(new State.Ended(List.copyOf(reasonCodes), at));
            case State.NotConfirmed _, State.Ended _ -> this;
        };
    }

    /** Whether consent may be given and doses be planned on it. */
    public boolean permitsTreatment(Instant at) {
        return state instanceof State.InForce && result.outcome().isAccepted() && at.isBefore(expiresAt);
    }

    /** Reason codes of a later screening that this decision did not weigh: every absolute one, and new relative ones. */
    public List<String> unknownTo(ScreeningResult later) {
        Set<String> weighed = result.rules().stream()
                .filter(rule -> rule.ruleClass() == CandidacyRule.RuleClass.REL)
                .map(CandidacyRule::code)
                .collect(Collectors.toSet());
        Stream<RuleResult> absolute = later.findingsOf(FindingClass.ABS).stream();
        Stream<RuleResult> relative = later.findingsOf(FindingClass.REL).stream()
                .filter(finding -> !weighed.contains(finding.reasonCode()));
        return Stream.concat(absolute, relative).map(RuleResult::reasonCode).toList();
    }

    private CandidacyDecision with(State changed) {
        return new CandidacyDecision(
                id, patientId, inputs, result, decidedBy, decidedAt, rationale, expiresAt, changed);
    }

    /** Never the rationale: records end up in logs. */
    @Override
    public String toString() {
        return "CandidacyDecision[" + id + "]";
    }
}
