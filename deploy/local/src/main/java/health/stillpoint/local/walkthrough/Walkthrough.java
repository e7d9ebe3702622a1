package health.stillpoint.local.walkthrough;

import java.util.List;
import java.util.UUID;

/**
 * The whole path of one patient of clinic Harbor: registered, found eligible, consenting, prepared, dosed, watched,
 * discharged, integrated, asked again. Every refusal that belongs to the path is provoked and must come as documented.
 * Stops at the first thing that is not as it should be.
 */
public final class Walkthrough {

    private final Scene scene;
    private final Admission admission;
    private final Treatment treatment;
    private final Aftercare aftercare;

    private Walkthrough(Scene scene) {
        this.scene = scene;
        this.admission = new Admission(scene);
        this.treatment = new Treatment(scene);
        this.aftercare = new Aftercare(scene, treatment);
    }

    /** Plays the path and answers what it has made. Moves the clock of clinic Harbor on by about a day. */
    public static Made run(ApiClient api, Reporter reporter) {
        Walkthrough walkthrough = new Walkthrough(Scene.of(api, "harbor", reporter, SyntheticPatient.ofTheWalkthrough()));
        for (Step step : walkthrough.steps()) {
            reporter.step(step.title());
            step.action().run();
        }
        return Made.of(walkthrough.scene.chart());
    }

    private record Step(String title, Runnable action) {}

    private List<Step> steps() {
        return List.of(
                new Step("A minor is refused", admission::refuseMinor),
                new Step("A patient is registered", admission::register),
                new Step("Another clinic does not see them", admission::refuseOtherClinic),
                new Step("An unfinished intake cannot be signed", admission::refuseUnfinishedIntake),
                new Step("The intake is signed", admission::signIntake),
                new Step("What was tried before", admission::recordPriorTreatments),
                new Step("Screening", admission::screen),
                new Step("Consent has to wait for the decision", admission::refuseConsentBeforeCandidacy),
                new Step("Candidacy is decided", admission::decideCandidacy),
                new Step("A course has to wait for consent", treatment::refuseCourseWithoutConsent),
                new Step("Consent is signed", admission::takeConsent),
                new Step("A weekly course is planned", treatment::planCourse),
                new Step("An order over the cap is refused", treatment::refuseOrderOverCap),
                new Step("The first dose is ordered", treatment::order),
                new Step("A lot comes into the ledger", treatment::receiveLot),
                new Step("Sessions are booked", treatment::bookSessions),
                new Step("Nobody is booked twice", treatment::refuseDoubleBooking),
                new Step("A dose before the baseline is refused", treatment::refuseDoseBeforeBaseline),
                new Step("The baseline battery", treatment::answerBaseline),
                new Step("The preparation session", treatment::prepare),
                new Step("Check-in", treatment::checkIn),
                new Step("The pre-dose checklist", treatment::fillChecklist),
                new Step("The dose", treatment::giveDose),
                new Step("The first hour, and an alert", treatment::monitorFirstHour),
                new Step("The alert is acknowledged", treatment::acknowledgeAlert),
                new Step("Discharge after an hour is refused", treatment::refuseEarlyDischarge),
                new Step("Recovery", treatment::recover),
                new Step("Discharge", treatment::dischargeHome),
                new Step("The integration task", aftercare::awaitIntegrationTask),
                new Step("The questions of the next day", aftercare::answerNextDay),
                new Step("The next dose has to wait for integration", aftercare::refuseNextDoseBeforeIntegration),
                new Step("The integration session", aftercare::integrate),
                new Step("Advice for the next dose", aftercare::adviseNextDose),
                new Step("The trajectory", aftercare::readTrajectory),
                new Step("The journey", aftercare::readJourney));
    }

    /**
     * What the path has made, for whoever wants to look further.
     *
     * @param clinic name of the demonstration clinic
     */
    public record Made(
            String clinic,
            UUID patientId,
            UUID candidacyDecisionId,
            UUID consentId,
            UUID courseId,
            UUID orderId,
            UUID lotId,
            UUID preparationSessionId,
            UUID dosingSessionId,
            UUID doseId,
            UUID alertId,
            UUID integrationTaskId,
            UUID integrationSessionId,
            UUID baselineAssessmentId,
            UUID nextDayAssessmentId) {

        static Made of(Chart chart) {
            return new Made("harbor", chart.patientId, chart.candidacyDecisionId, chart.consentId, chart.courseId, chart.orderId,
                    chart.lotId, chart.preparationSessionId, chart.dosingSessionId, chart.doseId, chart.alertId,
                    chart.integrationTaskId, chart.integrationSessionId, chart.baselineAssessmentId, chart.nextDayAssessmentId);
        }
    }
}
