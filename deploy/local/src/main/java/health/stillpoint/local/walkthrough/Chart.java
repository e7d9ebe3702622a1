package health.stillpoint.local.walkthrough;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** What has come of one patient's path so far; filled in as the steps go. */
final class Chart {
    UUID patientId;
    UUID candidacyDecisionId;
    UUID consentId;
    UUID courseId;
    UUID orderId;
    BigDecimal orderedMilligrams;
    UUID lotId;
    UUID preparationSessionId;
    Instant preparationStart;
    UUID dosingSessionId;
    Instant dosingStart;
    UUID doseId;
    Instant doseGivenAt;
    UUID alertId;
    UUID integrationSessionId;
    UUID integrationTaskId;
    UUID baselineAssessmentId;
    UUID nextDayAssessmentId;
}
