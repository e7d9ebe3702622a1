package health.stillpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.parts.DemoRealm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinalPageTest {

    @Test
    void namesEveryDemonstrationLoginByItsRole() {
        String page = FinalPage.of(LocalStack.builder().build(), new Home(Path.of("target")));

        assertThat(DemoRealm.logins().keySet()).containsExactlyElementsOf(DemoRealm.ROLES);
        DemoRealm.logins().forEach((role, logins) -> assertThat(page.lines())
                .anySatisfy(line -> assertThat(line.strip().split("\\s{2,}")).startsWith(role).endsWith(logins.toArray(String[]::new))));
    }

    @Test
    void theReadMeNamesTheSameLogins() throws Exception {
        List<String> readMe = Files.readAllLines(Path.of("README.md"));

        DemoRealm.logins().forEach((role, logins) -> assertThat(readMe)
                .filteredOn(line -> line.startsWith("| `" + role + "` |")).singleElement().asString()
                .contains(logins.stream().map(login -> "`" + login + "`").toList()));
    }
}
