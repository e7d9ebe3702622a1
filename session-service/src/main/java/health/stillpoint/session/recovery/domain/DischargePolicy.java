package health.stillpoint.session.recovery.domain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether the patient may leave; every unmet criterion is named at once (dosing section 6). */
public final class DischargePolicy {

    static final Duration NEXT_CONTACT_WITHIN = Duration.ofHours(24);

    private DischargePolicy() {
    }

    public static List<DischargeCriterion> unmet(DischargeFacts facts) {
        List<DischargeCriterion> unmet = new ArrayList<>();
        require(!facts.dischargedAt().isBefore(MinimumObservation.endsAt(facts.route(), facts.doseStartedAt(), facts.doseEndedAt())),
                DischargeCriterion.MINIMUM_OBSERVATION, unmet);
        require(facts.recoveredAt() != null && !facts.recoveredAt().isAfter(facts.dischargedAt()), DischargeCriterion.NOT_RECOVERED, unmet);
        require(facts.escort() != null && facts.escort().complete(), DischargeCriterion.ESCORT, unmet);
        require(facts.writtenInstructions(), DischargeCriterion.INSTRUCTIONS_WRITTEN, unmet);
        require(facts.spokenInstructions(), DischargeCriterion.INSTRUCTIONS_SPOKEN, unmet);
        require(contactBooked(facts), DischargeCriterion.NEXT_CONTACT, unmet);
        require(facts.emergencyNumberGiven(), DischargeCriterion.EMERGENCY_NUMBER, unmet);
        require(!facts.graveAlertOpen(), DischargeCriterion.ALERT_UNACKNOWLEDGED, unmet);
        require(facts.monitoringAccountedFor(), DischargeCriterion.MONITORING_INCOMPLETE, unmet);
        require(facts.ledgerBalanced(), DischargeCriterion.LEDGER_UNBALANCED, unmet);
        return List.copyOf(unmet);
    }

    private static boolean contactBooked(DischargeFacts facts) {
        return facts.nextContactAt() != null && facts.nextContactAt().isAfter(facts.dischargedAt())
                && !facts.nextContactAt().isAfter(facts.dischargedAt().plus(NEXT_CONTACT_WITHIN));
    }

    private static void require(boolean met, DischargeCriterion criterion, List<DischargeCriterion> unmet) {
        if (!met) {
            unmet.add(criterion);
        }
    }
}
