package health.stillpoint.session.checklist.domain;

import java.util.Optional;
import java.util.UUID;

/** The pre-dose checklists; one for each session, replaced as a whole until the dose is given. */
public interface ChecklistRepository {

    Optional<PreDoseChecklist> ofSession(UUID sessionId);

    /** Stores the checklist in the place of an earlier one of the same session. */
    PreDoseChecklist put(PreDoseChecklist checklist);
}
