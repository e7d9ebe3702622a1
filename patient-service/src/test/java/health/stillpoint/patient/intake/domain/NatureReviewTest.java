package health.stillpoint.patient.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.fixtures.Person;
import org.junit.jupiter.api.Test;

class NatureReviewTest {

    @Test
    void doesNotQuestionAProminentRating() {
        ObjectNode given = rated(2);
        given.with("intake").with("measures").put("pswq", 80).put("bai", 63).put("lsasAvoidance", 72);

        assertThat(NatureReview.questioned(Person.intake(given), Limits.INTAKE)).isEmpty();
    }

    @Test
    void questionsALowRatingBesideASituationAlwaysAvoided() {
        assertThat(NatureReview.questioned(Person.intake(avoiding("ALWAYS")), Limits.INTAKE)).containsExactly(Nature.BEHAVIOURAL);
        assertThat(NatureReview.questioned(Person.intake(avoiding("SOMETIMES")), Limits.INTAKE)).isEmpty();
    }

    @Test
    void asksNothingBeforeThereIsARating() {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putObject("intake").putNull("nature");

        assertThat(NatureReview.questioned(Person.intake(given), Limits.INTAKE)).isEmpty();
    }

    private static ObjectNode avoiding(String how) {
        ObjectNode given = rated(1);
        given.with("intake").putArray("triggers").addObject().put("category", "CROWDS").put("suds", 6).put("avoided", how);
        return given;
    }

    private static ObjectNode rated(int rating) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putObject("intake").putObject("nature").put("cognitive", rating).put("somatic", rating).put("behavioural", rating);
        return given;
    }
}
