package health.stillpoint.patient.screening.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The days that a screening records, by the field each was sent in. */
public final class RecordedDays {

    private final Map<String, LocalDate> days = new LinkedHashMap<>();

    private RecordedDays() { }

    public static RecordedDays of(ScreeningAnswers answers) {
        RecordedDays recorded = new RecordedDays();
        for (int i = 0; i < answers.findings().size(); i++) {
            recorded.add("findings[" + i + "].on", answers.findings().get(i).on());
        }
        ScreeningAnswers.Tests tests = answers.tests();
        recorded.add("tests.urineDrugScreenAt", tests.urineDrugScreenAt());
        recorded.add("tests.pregnancyTestAt", tests.pregnancyTestAt());
        recorded.add("tests.tshAt", tests.tshAt());
        recorded.add("tests.liverAt", tests.liverAt());
        recorded.add("tests.ecgAt", tests.ecgAt());
        return recorded;
    }

    private void add(String field, LocalDate day) {
        if (day != null) {
            days.put(field, day);
        }
    }

    /** The fields of the days that are so. */
    public List<String> where(Predicate<LocalDate> wanted) {
        return days.entrySet().stream().filter(day -> wanted.test(day.getValue())).map(Map.Entry::getKey).toList();
    }
}
