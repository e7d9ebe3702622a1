package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

    private static final Set<CandidacyRule.RuleClass> NEEDING_CONSENT_ANEW =
            EnumSet.of(CandidacyRule.RuleClass.ABS, CandidacyRule.RuleClass.REL);
    private static final Set<CandidacyRule.RuleClass> REOPENING = EnumSet.of(CandidacyRule.RuleClass.ABS,
            CandidacyRule.RuleClass.REL, CandidacyRule.RuleClass.CAUT, CandidacyRule.RuleClass.LOW_START,
            CandidacyRule.RuleClass.GATE);

    /** Time is over. */
    public static final String OUT_OF_DATE = "OUT_OF_DATE";
    /** Accepted still, on other conditions, another start or another dose, or not as long. */
    private static final String ANOTHER_ACCEPTANCE = "ANOTHER_ACCEPTANCE";
    private static final String NEW_PRIMARY_DIAGNOSIS = "NEW_PRIMARY_DIAGNOSIS";

    /** Where a decision stands. */
    public sealed interface State {

        /** Waits for a second physician. */
        record AwaitingSecondReader() implements State { }

        /** In force; {@code secondReader} is null where none was needed. */
        record InForce(UUID secondReader, Instant since) implements State { }

        /** The second physician did not agree. */
        record NotConfirmed(UUID secondReader, Instant at) implements State { }

        /** Over: out of date, reopened by a new finding, or replaced; {@code secondReader} is null where none had agreed. */
        record Ended(UUID secondReader, List<String> reasonCodes, Instant at) implements State { }
    }

    /**
     * The next birthday, which changes an age the rules look at.
     *
     * @param then what the rules would say that day if nothing else were different
     */
    public record Birthday(Instant at, CandidacyResult then) {

        /** When a test that only the new age asks for runs out of date, but not before that age; null = none does. */
        private Instant basisHoldsUntil() {
            Instant basis = then.basisHoldsUntil();
            return basis == null || basis.isAfter(at) ? basis : at;
        }
    }

    /**
     * Takes the decision that the rules propose. Refused while something must first be recorded, and to an override by another than a
     * psychiatrist.
     */
    public static CandidacyDecision take(
            UUID id,
            PatientId patientId,
            CandidacyInputs inputs,
            CandidacyResult result,
            Birthday next,
            UUID physician,
            String rationale,
            CandidacyLimits limits) {
        if (inputs.override() != null && !inputs.override().byPsychiatrist()) {
            throw new PractitionerRefusal.NotAPsychiatrist();
        }
        if (!result.missing().isEmpty()) {
            throw new CandidacyRefusal.NotReady(result.missing(), result.open());
        }
        Instant at = inputs.at();
        boolean waits = result.secondReaderRequired() && result.outcome().isAccepted();
        State state = waits ? new State.AwaitingSecondReader() : new State.InForce(null, at);
        Instant latest = at.plus(Duration.ofDays(limits.decisionDays()));
        CandidacyDecision decision =
                new CandidacyDecision(id, patientId, inputs, result, physician, at, rationale, latest, state);
        boolean same = decision.reasonsAgainst(next.then()).isEmpty();
        return decision.until(earliest(latest, result.basisHoldsUntil(), same ? next.basisHoldsUntil() : next.at()));
    }

    /** A decision does not outlive the first clearance or test it rests on, nor an age at which it would be another. */
    private static Instant earliest(Instant latest, Instant... others) {
        return Stream.concat(Stream.of(latest), Stream.of(others).filter(Objects::nonNull)).min(Comparator.naturalOrder()).orElseThrow();
    }

    /**
     * A second physician reads the case. Who agrees agrees to what the rules say at that moment: when they do not propose the same
     * acceptance any more it is decided anew (our own: unknown means no). Who does not agree is always heard.
     *
     * @param now what the rules say at that moment, with the same override
     */
    public CandidacyDecision read(UUID secondReader, boolean agrees, CandidacyResult now, Instant at) {
        return switch (state) {
            case State.AwaitingSecondReader _ -> {
                if (secondReader.equals(decidedBy)) {
                    throw new CandidacyRefusal.SameReader();
                }
                if (agrees) {
                    requireSameAcceptance(now, at);
                }
                yield with(agrees ? new State.InForce(secondReader, at) : new State.NotConfirmed(secondReader, at));
            }
            case State.InForce _, State.NotConfirmed _, State.Ended _ -> throw new CandidacyRefusal.NotAwaitingReader();
        };
    }

    private void requireSameAcceptance(CandidacyResult now, Instant at) {
        List<String> reasons = new ArrayList<>();
        if (!at.isBefore(expiresAt)) {
            reasons.add(OUT_OF_DATE);
        }
        reasons.addAll(reasonsAgainst(now));
        if (!reasons.isEmpty()) {
            throw new CandidacyRefusal.Overtaken(reasons);
        }
    }

    /** Why the rules do not propose this decision any more; empty while they do. */
    private List<String> reasonsAgainst(CandidacyResult now) {
        Set<String> reasons = new LinkedHashSet<>(now.missing());
        reasons.addAll(newsIn(now));
        if (now.outcome() != result.outcome()) {
            now.rules().stream().filter(rule -> rule.isInTheWay() && !result.rules().contains(rule)).map(CandidacyRule::code)
                    .forEach(reasons::add);
        }
        boolean same = now.outcome() == result.outcome() && now.conditions().equals(result.conditions())
                && now.lowStart().equals(result.lowStart()) && now.doseFactor().compareTo(result.doseFactor()) == 0
                && now.doseFactorParenteral().compareTo(result.doseFactorParenteral()) == 0;
        if (!same && reasons.isEmpty()) {
            reasons.add(ANOTHER_ACCEPTANCE);
        }
        return List.copyOf(reasons);
    }

    /** Ends a decision that is in force or waiting; an ended one stays as it is. */
    public CandidacyDecision end(List<String> reasonCodes, Instant at) {
        return switch (state) {
            case State.AwaitingSecondReader _, State.InForce _ -> with(new State.Ended(confirmedBy(), List.copyOf(reasonCodes), at));
            case State.NotConfirmed _, State.Ended _ -> this;
        };
    }

    /** The second reader who agreed; null = none. */
    private UUID confirmedBy() {
        return switch (state) {
            case State.InForce inForce -> inForce.secondReader();
            case State.Ended ended -> ended.secondReader();
            case State.AwaitingSecondReader _, State.NotConfirmed _ -> null;
        };
    }

    /** Whether a second reader agreed to accept although this very finding of an earlier screening was no longer found. */
    public boolean wasAgreedOn(EarlierFinding earlier) {
        String code = CandidacyRule.NO_LONGER_FOUND + earlier.reasonCode();
        return confirmedBy() != null && result.rules().stream().anyMatch(rule ->
                rule.code().equals(code) && rule.isFound() && rule.causes().contains(earlier.screeningId().toString()));
    }

    /** Whether consent may be given and doses be planned on it. */
    public boolean permitsTreatment(Instant at) {
        return state instanceof State.InForce && result.outcome().isAccepted() && at.isBefore(expiresAt);
    }

    /** The day of the liver tests it rests on, which decide how many doses may be planned; null = none are known. */
    public LocalDate liverTestedOn() {
        ScreeningCase screening = inputs.screeningCase();
        return screening == null ? null : screening.liverTestedOn();
    }

    /**
     * Reason codes of what the rules find now and this decision did not weigh: an absolute or relative finding, a caution, a
     * low-start trigger, a diagnosis out of scope, a finding of an earlier screening no longer found, a secondary diagnosis
     * the screening denies, or a medication it does not list, that is new, heavier than it was, or has a further cause or
     * condition. So is what a later screening left open although something speaks for a finding, and a primary diagnosis that this
     * decision never weighed. Whether anxiety has become milder is no such news; that no failed treatment is left is: what the
     * decision rested on was an error.
     */
    public List<String> newsIn(CandidacyInputs present, CandidacyResult now) {
        List<String> news = newsIn(now);
        if (!Objects.equals(inputs.primaryDiagnosis(), present.primaryDiagnosis())) {
            news.add(NEW_PRIMARY_DIAGNOSIS);
        }
        return news;
    }

    private List<String> newsIn(CandidacyResult now) {
        List<String> news = new ArrayList<>(newsIn(now, REOPENING));
        Map<String, CandidacyRule> asked = result.rules().stream().collect(Collectors.toMap(CandidacyRule::code, Function.identity()));
        now.rules().stream()
                .filter(rule -> rule.isAlarmAfter(asked.get(rule.code())))
                .forEach(rule -> news.add(CandidacyRule.UNANSWERED + rule.code()));
        if (result.resistanceStage() > 0 && now.resistanceStage() == 0) {
            news.add(CandidacyRule.NOT_RESISTANT);
        }
        return news;
    }

    /**
     * The same for findings that need consent anew: absolute and relative ones (programme.md section 5), also those from
     * before the latest screening that are heard of late.
     */
    public List<String> newFindingsIn(CandidacyResult now) {
        return Stream.concat(
                        newsIn(now, NEEDING_CONSENT_ANEW).stream(),
                        newsIn(now, REOPENING).stream().filter(code -> code.startsWith(CandidacyRule.NO_LONGER_FOUND)))
                .toList();
    }

    private List<String> newsIn(CandidacyResult now, Set<CandidacyRule.RuleClass> classes) {
        Map<String, CandidacyRule> weighed = result.rules().stream()
                .filter(CandidacyRule::isFound)
                .collect(Collectors.toMap(CandidacyRule::code, Function.identity()));
        return now.rules().stream()
                .filter(rule -> rule.isFound() && classes.contains(rule.ruleClass()))
                .filter(rule -> rule.ruleClass() != CandidacyRule.RuleClass.GATE || rule.isReopeningGate())
                .filter(rule -> rule.isNewsAfter(weighed.get(rule.code())))
                .filter(rule -> !isWeighed(rule, weighed))
                .map(CandidacyRule::code)
                .toList();
    }

    /** What this decision itself found and weighed is no news when a later screening finds it no more: it holds on the stricter terms. */
    private boolean isWeighed(CandidacyRule now, Map<String, CandidacyRule> weighed) {
        return now.gone()
                .filter(code -> isKnown(code, now) || isDiagnosed(code) || weighed.containsKey(code) && weighed.get(code).weighed(now))
                .isPresent();
    }

    /** It was explained then, and a screening that merely does not measure it again takes nothing back. */
    private boolean isKnown(String goneCode, CandidacyRule now) {
        List<EarlierFinding> known =
                inputs.earlierExclusions().stream().filter(earlier -> earlier.reasonCode().equals(goneCode)).toList();
        return CandidacyRule.gone(goneCode, known).causes().containsAll(now.causes());
    }

    /** By the intake it rests on. */
    private boolean isDiagnosed(String goneCode) {
        return EarlierFinding.diagnosisOf(goneCode).filter(inputs::isDiagnosed).isPresent();
    }

    /**
     * The same after a day of birth or sex at birth was corrected. News is also what the correction alone brings, now or by a birthday
     * before its end: a test that has become due and is not there, or that runs out of date before this decision. What time has made of
     * the case is no such news.
     *
     * @param uncorrected what the rules would say now of the person as this decision knew them
     */
    public List<String> newsOfBirth(CandidacyInputs present, CandidacyResult uncorrected, CandidacyResult now, Birthday next) {
        Set<String> news = new LinkedHashSet<>(newsIn(present, now));
        news.addAll(becameDue(uncorrected, now, now.basisHoldsUntil()));
        if (next.at().isBefore(expiresAt)) {
            news.addAll(newsIn(next.then()));
            news.addAll(becameDue(now, next.then(), next.basisHoldsUntil()));
        }
        return List.copyOf(news);
    }

    private List<String> becameDue(CandidacyResult before, CandidacyResult then, Instant basisHoldsUntil) {
        List<String> due = then.open().stream()
                .filter(code -> !before.open().contains(code))
                .map(code -> CandidacyRule.UNANSWERED + code)
                .toList();
        return due.isEmpty() && isSooner(basisHoldsUntil, before.basisHoldsUntil()) ? List.of(ANOTHER_ACCEPTANCE) : due;
    }

    private boolean isSooner(Instant basisHoldsUntil, Instant before) {
        return basisHoldsUntil != null && basisHoldsUntil.isBefore(expiresAt) && basisHoldsUntil.isBefore(before);
    }

    private CandidacyDecision until(Instant expiry) {
        return new CandidacyDecision(id, patientId, inputs, result, decidedBy, decidedAt, rationale, expiry, state);
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
