package health.stillpoint.outcome.response.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.fixtures.ResponseFixtures;
import health.stillpoint.outcome.instrument.domain.Answer;
import health.stillpoint.outcome.instrument.domain.AnswerSheet;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionnaireResponseEntityTest {

    @Test
    void givesBackTheResponseItWasMadeFrom() {
        QuestionnaireResponse response = ResponseFixtures.aResponderOnTheDayAfter();
        assertThat(QuestionnaireResponseEntity.of(response).toDomain(ResponseFixtures.CATALOGUE)).isEqualTo(response);
    }

    @Test
    void givesBackAnIncompleteResponse() {
        QuestionnaireResponse response = ResponseFixtures.anIncompleteResponse();
        assertThat(QuestionnaireResponseEntity.of(response).toDomain(ResponseFixtures.CATALOGUE)).isEqualTo(response);
    }

    @Test
    void keepsMissingAndNotApplicableApart() {
        AnswerSheet sheet = new AnswerSheet(List.of(Answer.NOT_APPLICABLE, Answer.MISSING, Answer.of(0), Answer.of(-5)));
        assertThat(StoredAnswers.of(sheet)).containsExactly((short) -99, null, (short) 0, (short) -5);
        assertThat(StoredAnswers.read(StoredAnswers.of(sheet))).isEqualTo(sheet);
    }

    @Test
    void saysNothingOfTheAnswersWhenItIsLogged() {
        assertThat(ResponseFixtures.aResponderOnTheDayAfter().toString()).doesNotContain("Given", "total", "answers");
        assertThat(ResponseFixtures.aResponderOnTheDayAfter().answers().toString()).isEqualTo("AnswerSheet[count=5]");
    }
}
