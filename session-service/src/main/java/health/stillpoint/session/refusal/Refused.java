package health.stillpoint.session.refusal;

import java.util.List;

/** A clinical step refused by its policy, with every unmet reason at once. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The refusals of this service; each is a problem type of docs/problems.md. */
    public enum Kind {
        COURSE_REFUSED(409, "course-refused", "The course cannot be planned now"),
        COURSE_CANNOT_END(409, "course-cannot-end", "The course cannot end now"),
        BOOKING_REFUSED(409, "booking-refused", "The session cannot be booked"),
        ORDER_REFUSED(422, "order-refused", "The dose order breaks a limit"),
        DOSE_OVER_CAP(422, "dose-over-cap", "The dose exceeds the cap; no override exists"),
        CHECKLIST_CANNOT_BE_REPLACED(409, "checklist-cannot-be-replaced", "The checklist cannot be answered better now"),
        CHECKLIST_CANNOT_BE_SIGNED(409, "checklist-cannot-be-signed", "The checklist cannot be signed"),
        DOSE_REFUSED(409, "dose-refused", "The dose may not be given now"),
        TOP_UP_REFUSED(409, "top-up-refused", "A second injection may not be given now"),
        VITAL_SIGNS_REFUSED(409, "vital-signs-refused", "Vital signs cannot be charted in this session now"),
        ALERT_ALREADY_ACKNOWLEDGED(409, "alert-already-acknowledged", "The alert is acknowledged already"),
        DISCHARGE_CRITERIA_UNMET(409, "discharge-criteria-unmet", "Discharge criteria are unmet"),
        INTEGRATION_REFUSED(409, "integration-refused", "The session does not complete the integration task"),
        HOLD_NOT_CLEARED(409, "hold-not-cleared", "The hold cannot be cleared"),
        MOVEMENT_REFUSED(409, "movement-refused", "The ledger movement is refused");

        private final int status;
        private final String code;
        private final String title;

        Kind(int status, String code, String title) {
            this.status = status;
            this.code = code;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    private final Kind kind;
    private final List<String> unmet;

    public Refused(Kind kind, List<? extends Enum<?>> unmet) {
        super(kind.code, null, false, false);
        this.kind = kind;
        this.unmet = unmet.stream().map(Enum::name).toList();
    }

    public Kind kind() {
        return kind;
    }

    /** Codes of the unmet conditions. */
    public List<String> unmet() {
        return unmet;
    }
}
