package health.stillpoint.local.walkthrough;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to instruments that add up to a wanted total, in the order of their items. */
final class Questionnaires {

    /** No to everything: the questions that then must not be asked, and the one about the last three months, stay open. */
    private static final List<Integer> NO_SUICIDALITY = Arrays.asList(0, 0, null, null, null, 0, null);

    private Questionnaires() {}

    /** The baseline battery of social anxiety. */
    static Map<String, List<Integer>> baselineOf(SyntheticPatient person) {
        Map<String, List<Integer>> battery = new LinkedHashMap<>();
        battery.put("LSAS_SR", total(person.lsasBefore(), 48, 3));
        battery.put("GAD7", total(13, 7, 3));
        battery.put("PHQ9", moodWithoutItemNine(9));
        battery.put("OASIS", oasis(person.oasisBefore()));
        battery.put("CSSRS_SCREEN", NO_SUICIDALITY);
        return battery;
    }

    /** Five items of 0..4. */
    static List<Integer> oasis(int total) {
        return total(total, 5, 4);
    }

    /** PHQ-9 with nothing in the item about being better off dead. */
    private static List<Integer> moodWithoutItemNine(int total) {
        List<Integer> answers = new ArrayList<>(total(total, 8, 3));
        answers.add(0);
        return answers;
    }

    /** As even as whole numbers allow, the earlier items first. */
    static List<Integer> total(int total, int items, int most) {
        if (total < 0 || total > items * most) {
            throw new IllegalArgumentException(items + " items of 0.." + most + " cannot add up to " + total);
        }
        List<Integer> answers = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            answers.add(total / items + (item < total % items ? 1 : 0));
        }
        return answers;
    }
}
