package health.stillpoint.patient.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.patient.fixtures.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTemplatesTest {

    private static final ConsentTemplate FIRST = version("1", true);

    @Test
    void areSignedOnTheLastVersionAlone() {
        ConsentTemplate second = version("2", false);
        ConsentTemplates templates = withTreatment(FIRST, second);

        assertThat(templates.all()).contains(FIRST, second);
        assertThat(templates.current(ConsentScope.TREATMENT)).isEqualTo(second);
        assertThat(templates.isCurrent(second)).isTrue();
        assertThat(templates.isCurrent(FIRST)).isFalse();
        assertThat(templates.current(ConsentScope.RESEARCH).scope()).isEqualTo(ConsentScope.RESEARCH);
    }

    @ParameterizedTest(name = "are there for {0}")
    @EnumSource
    void areThereForEveryScope(ConsentScope scope) {
        List<ConsentTemplate> others = new ArrayList<>(Texts.SHIPPED.all());
        others.removeIf(template -> template.scope() == scope);

        assertThatThrownBy(() -> new ConsentTemplates(others)).hasMessage(scope + " has no text");
    }

    @Test
    void haveEachVersionOnce() {
        assertThatThrownBy(() -> withTreatment(FIRST, version("2", false), version("1", false)))
                .hasMessage("TREATMENT 1 is there twice");
    }

    @ParameterizedTest(name = "explain what {0} requires, no more and no less")
    @EnumSource
    void explainWhatTheirScopeRequires(ConsentScope scope) {
        ConsentElement last = List.copyOf(scope.required()).getLast();
        Set<ConsentElement> less = EnumSet.copyOf(scope.required());
        less.remove(last);
        Set<ConsentElement> foreign = EnumSet.complementOf(EnumSet.copyOf(scope.required()));
        ConsentElement first = foreign.iterator().next();
        Set<ConsentElement> more = EnumSet.copyOf(scope.required());
        more.add(first);

        assertThatThrownBy(() -> with(version(scope, "9", true, less)))
                .hasMessage(scope + " 9 does not explain what is required: [" + last + "]");
        assertThatThrownBy(() -> with(version(scope, "9", true, more)))
                .hasMessage(scope + " 9 does not explain what is required: [" + first + "]");
    }

    @Test
    void mayHaveExplainedLessInTheirTime() {
        ConsentTemplate old = version(ConsentScope.TREATMENT, "0", true, Set.of(ConsentElement.ESCORT));

        assertThat(withTreatment(old, FIRST).all()).contains(old);
    }

    @Nested
    class OnceChanged {

        @Test
        void holdAfterAChangeOfWording() {
            assertThat(holding(FIRST, version("2", false))).containsExactly("1", "2");
        }

        @Test
        void holdNoLongerAfterAChangeInSubstance() {
            assertThat(holding(FIRST, version("2", false), version("3", true))).containsExactly("3");
        }

        @Test
        void areNotTouchedByATextOfAnotherScope() {
            ConsentTemplate other = version(ConsentScope.RESEARCH, "9", true, ConsentScope.RESEARCH.required());

            assertThat(holding(FIRST, other)).containsExactly("1");
        }

        private static Set<String> holding(ConsentTemplate... texts) {
            return withTreatment(texts).holding(ConsentScope.TREATMENT);
        }
    }

    /** Of treatment these alone. */
    private static ConsentTemplates withTreatment(ConsentTemplate... versions) {
        List<ConsentTemplate> all = new ArrayList<>(Texts.SHIPPED.all());
        all.removeIf(template -> template.scope() == ConsentScope.TREATMENT);
        all.addAll(List.of(versions));
        return new ConsentTemplates(all);
    }

    private static ConsentTemplates with(ConsentTemplate later) {
        List<ConsentTemplate> all = new ArrayList<>(Texts.SHIPPED.all());
        all.add(later);
        return new ConsentTemplates(all);
    }

    private static ConsentTemplate version(String version, boolean material) {
        return version(ConsentScope.TREATMENT, version, material, ConsentScope.TREATMENT.required());
    }

    private static ConsentTemplate version(ConsentScope scope, String version, boolean material, Set<ConsentElement> elements) {
        return new ConsentTemplate(scope, version, material, List.of(Texts.text("en", elements)));
    }
}
