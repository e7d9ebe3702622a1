package health.stillpoint.session.checklist.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pre-dose checklists; one for each session, replaced as a whole until the dose is given. Every version is kept. */
public interface ChecklistRepository {

    Optional<PreDoseChecklist> ofSession(UUID sessionId);

    /**
     * Stores the checklist in the place of an earlier one of the same session, and as a version of its own.
     *
     * @param changedFields names of the answers the version before did not hold
     * @param reason why; null when none was needed
     */
    PreDoseChecklist put(PreDoseChecklist checklist, List<String> changedFields, String reason);

    /** Every version, oldest first. */
    List<ChecklistVersion> versionsOf(UUID sessionId);
}
