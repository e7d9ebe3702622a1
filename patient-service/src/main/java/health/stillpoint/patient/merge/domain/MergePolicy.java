package health.stillpoint.patient.merge.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When two records may become one. The record that ends must be out of treatment, so that no course, hold or dose ahead ever
 * changes its owner; whoever is under treatment is the one that goes on. Two records under treatment are never merged: one of the
 * courses is ended first by those who treat.
 */
public final class MergePolicy {

    /** States in which a dose may be ahead (programme.md section 1). */
    private static final Set<ProgrammeState> IN_TREATMENT = EnumSet.of(ProgrammeState.PREPARATION, ProgrammeState.IN_COURSE,
            ProgrammeState.MAINTENANCE, ProgrammeState.SUSPENDED);

    private MergePolicy() { }

    /** Why two records are not merged. */
    public enum Reason {
        /** A record cannot be merged into itself. */
        SAME_RECORD,
        /** The other record was merged already. */
        DUPLICATE_MERGED,
        /** The identity behind one of the records was removed: nobody can say that they are one person's. */
        ERASED,
        /** The record that would end is under treatment; merge the other way round. */
        DUPLICATE_IN_TREATMENT,
        /** Both are under treatment; end one course first. */
        BOTH_IN_TREATMENT,
        /** An intake of the record that would end is not signed; sign it first. */
        DUPLICATE_HAS_DRAFT
    }

    /**
     * @param courseOpen a course is planned and not over, whatever the state
     * @param draftOpen an intake evaluation is still being written
     */
    public record Side(ProgrammeState state, boolean courseOpen, boolean erased, boolean draftOpen) {

        boolean isInTreatment() {
            return courseOpen || IN_TREATMENT.contains(state);
        }
    }

    /** Every reason at once; empty when the records may be merged. */
    public static List<Reason> refusals(Side survivor, Side duplicate) {
        List<Reason> reasons = new ArrayList<>();
        if (survivor.erased() || duplicate.erased()) {
            reasons.add(Reason.ERASED);
        }
        if (duplicate.isInTreatment()) {
            reasons.add(survivor.isInTreatment() ? Reason.BOTH_IN_TREATMENT : Reason.DUPLICATE_IN_TREATMENT);
        }
        if (duplicate.draftOpen()) {
            reasons.add(Reason.DUPLICATE_HAS_DRAFT);
        }
        return reasons;
    }
}
