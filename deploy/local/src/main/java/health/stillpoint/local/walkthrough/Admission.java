package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** From the first contact to a signed consent: patient-service. */
final class Admission {

    private final Scene scene;
    private Answer intakeDraft;

    Admission(Scene scene) {
        this.scene = scene;
    }

    void register() {
        Answer answer = scene.therapist().post("/api/v1/patients", AdmissionForms.registration(scene.person())).expect(201);
        scene.chart().patientId = answer.id();
        JsonNode number = answer.required("identifiers").path(0);
        scene.report().decided(scene.person().name() + " is registered as " + number.path("value").asText()
                + ", state " + answer.required("programmeState").asText(), "patient " + answer.id());
    }

    void refuseMinor() {
        Form minor = AdmissionForms.registration(scene.person())
                .with("birthDate", LocalDate.ofInstant(scene.time().now(), ZoneOffset.UTC).minusYears(17));
        scene.therapist().post("/api/v1/patients", minor).expectRefusal(422, "patient-minor");
        scene.report().refused("a person of 17 years is not registered", "patient-minor: the programme treats adults");
    }

    void refuseOtherClinic() {
        String elsewhere = scene.clinic().equals("harbor") ? "meadow" : "harbor";
        scene.api().as("prescriber@" + elsewhere).get(scene.patientPath("")).expectRefusal(404, "not-found");
        scene.report().refused("a prescriber of clinic " + elsewhere + " does not find the patient",
                "404: for another clinic this patient does not exist");
    }

    void refuseUnfinishedIntake() {
        Answer draft = scene.therapist().post(scene.patientPath("/intakes"), Form.of("fearOfLosingControl", 4)).expect(201);
        Answer refusal = scene.therapist().postIfMatch(scene.patientPath("/intakes/" + draft.id() + "/sign"), Form.of(), draft)
                .expectRefusal(409, "intake-incomplete", "primaryDiagnosis");
        scene.report().refused("an unfinished intake is not signed", "missing: " + String.join(", ", refusal.reasons()));
        intakeDraft = draft;
    }

    void signIntake() {
        Form content = AdmissionForms.intake(scene.person());
        Answer draft = intakeDraft == null
                ? scene.therapist().post(scene.patientPath("/intakes"), content).expect(201)
                : scene.therapist().putIfMatch(scene.patientPath("/intakes/" + intakeDraft.id()), content, intakeDraft).expect(200);
        Answer signed = scene.therapist().postIfMatch(scene.patientPath("/intakes/" + draft.id() + "/sign"), Form.of(), draft).expect(200);
        scene.report().decided("intake version " + signed.required("number").asText() + " is " + signed.required("status").asText(),
                "dominant nature of the anxiety: " + String.join(", ", Answer.texts(signed.required("dominantNature")))
                        + "; low-start triggers: " + orNone(Answer.texts(signed.required("lowStartTriggers"))));
    }

    void recordPriorTreatments() {
        for (Form treatment : AdmissionForms.priorTreatments()) {
            scene.therapist().post(scene.patientPath("/prior-treatments"), treatment).expect(201);
        }
        Answer resistance = scene.therapist().get(scene.patientPath("/treatment-resistance")).expect(200);
        int stage = resistance.required("stage").asInt();
        if (stage < 2) {
            throw new WalkthroughFailure("a failed medication and a failed therapy are stage 2, not " + stage);
        }
        scene.report().decided("treatment resistance stage " + stage,
                "because " + String.join(", ", Answer.texts(resistance.required("reasons"))));
    }

    void screen() {
        Answer screening = scene.prescriber().post(scene.patientPath("/screenings"),
                AdmissionForms.screening(scene.person(), scene.time().now())).expect(201);
        if (!screening.required("unanswered").isEmpty()) {
            throw new WalkthroughFailure("every row of the screening was answered, and yet these are open: " + screening.required("unanswered"));
        }
        scene.report().decided("screening complete", "findings: " + Words.findings(screening.required("findings")));
    }

    void refuseConsentBeforeCandidacy() {
        scene.prescriber().post(scene.patientPath("/consents"), AdmissionForms.consent(scene.person()))
                .expectRefusal(409, "candidacy-required");
        scene.report().refused("consent is not taken yet", "candidacy-required: nobody decided that this patient may be treated");
    }

    void decideCandidacy() {
        Answer rules = scene.prescriber().get(scene.patientPath("/candidacy")).expect(200);
        Answer decision = scene.prescriber().post(scene.patientPath("/candidacy-decisions"),
                Form.of("rationale", "Two adequate treatments failed, no contraindication.")).expect(201);
        String outcome = decision.required("outcome").asText();
        if (!outcome.startsWith("ACCEPTED")) {
            throw new WalkthroughFailure("this patient was to be accepted and was " + outcome + " " + decision.required("reasonCodes"));
        }
        scene.chart().candidacyDecisionId = decision.id();
        scene.report().decided("candidacy " + outcome + " by " + rules.required("rules").size() + " rules of set "
                        + rules.required("ruleSetVersion").asText(),
                "because " + String.join(", ", Answer.texts(decision.required("reasonCodes"))) + "; conditions: "
                        + orNone(Answer.texts(decision.required("conditions"))) + "; until " + decision.required("expiresAt").asText());
    }

    void takeConsent() {
        Answer consent = scene.prescriber().post(scene.patientPath("/consents"), AdmissionForms.consent(scene.person())).expect(201);
        if (!consent.required("status").asText().equals("ACTIVE")) {
            throw new WalkthroughFailure("a consent just signed is active, not " + consent.required("status").asText());
        }
        scene.chart().consentId = consent.id();
        scene.report().decided("consent to treatment is ACTIVE", "valid until " + consent.required("expiresAt").asText());
    }

    private static String orNone(List<String> codes) {
        return codes.isEmpty() ? "none" : String.join(", ", codes);
    }
}
