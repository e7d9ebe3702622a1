package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What makes the start of a service short, where nobody would see that it does not any longer (docs/adr/0009). */
class StartTest {

    private static final String LIST = "/health/stillpoint/kit/start/classes-of-a-start.txt";

    @Test
    void isTrainedWithTheClassesThereAre() throws Exception {
        List<String> names;
        try (InputStream list = StartTest.class.getResourceAsStream(LIST)) {
            names = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList();
        }

        assertThat(names).hasSizeGreaterThan(1000);
        assertThat(names.stream().filter(StartTest::isMissing).toList())
                .as("make the list anew after an upgrade, as its head says")
                .hasSizeLessThan(names.size() / 20);
    }

    private static boolean isMissing(String name) {
        try {
            Class.forName(name, false, StartTest.class.getClassLoader());
            return false;
        } catch (ClassNotFoundException | LinkageError missing) {
            return true;
        }
    }
}
