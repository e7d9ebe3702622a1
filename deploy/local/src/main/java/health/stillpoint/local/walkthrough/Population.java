package health.stillpoint.local.walkthrough;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A handful of synthetic patients with different outcomes, brought through their first dose without a word. */
final class Population {

    private static final List<String> GIVEN = List.of("Noor", "Mateo", "Ingrid", "Tomasz", "Aiko", "Samuel", "Leila", "Piotr", "Grace", "Henrik");
    private static final List<String> FAMILY = List.of("Lindqvist", "Okafor", "Marchetti", "Novak", "Tanaka", "Ferreira", "Haddad", "Berg", "Mwangi", "Quinn");
    /** OASIS a day after the dose, as a share of the baseline in percent: most feel relief, some little, some none. */
    private static final List<Integer> REMAINING_PERCENT = List.of(35, 60, 105, 45, 75);
    private static final int OASIS_MOST = 20;

    private Population() {}

    /** One patient and what came of them. */
    record Treated(SyntheticPatient person, UUID patientId) {}

    static List<Treated> create(ApiClient api, int patients, Reporter reporter) {
        List<Treated> treated = new ArrayList<>();
        for (int number = 0; number < patients; number++) {
            SyntheticPatient person = person(number);
            reporter.step(person.name());
            treated.add(treat(Scene.of(api, "harbor", Reporter.quiet(), person)));
        }
        return treated;
    }

    private static Treated treat(Scene scene) {
        Admission admission = new Admission(scene);
        admission.register();
        admission.signIntake();
        admission.recordPriorTreatments();
        admission.screen();
        admission.decideCandidacy();
        admission.takeConsent();
        Treatment treatment = new Treatment(scene);
        treatment.planCourse();
        treatment.order();
        treatment.receiveLot();
        treatment.bookSessions();
        treatment.answerBaseline();
        treatment.prepare();
        treatment.checkIn();
        treatment.fillChecklist();
        treatment.giveDose();
        treatment.monitorFirstHour();
        treatment.acknowledgeAlert();
        treatment.recover();
        treatment.dischargeHome();
        Aftercare aftercare = new Aftercare(scene, treatment);
        aftercare.awaitIntegrationTask();
        aftercare.answerNextDay();
        aftercare.integrate();
        return new Treated(scene.person(), scene.chart().patientId);
    }

    /** Always the same person for the same number. */
    private static SyntheticPatient person(int number) {
        int oasisBefore = 11 + number % 6;
        int oasisAfter = Math.min(OASIS_MOST, Math.round(oasisBefore * REMAINING_PERCENT.get(number % REMAINING_PERCENT.size()) / 100f));
        return new SyntheticPatient(
                GIVEN.get(number % GIVEN.size()),
                FAMILY.get((number * 3 + number / GIVEN.size()) % FAMILY.size()),
                LocalDate.of(1970 + number * 7 % 30, 1 + number % 12, 1 + number * 5 % 28),
                number % 2 == 0 ? "female" : "male",
                BigDecimal.valueOf(60 + number * 4 % 25),
                BigDecimal.valueOf(165 + number * 3 % 20),
                70 + number * 11 % 50,
                oasisBefore,
                oasisAfter);
    }
}
