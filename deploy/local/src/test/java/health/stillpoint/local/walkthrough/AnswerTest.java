package health.stillpoint.local.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final String REFUSAL = """
            {"status": 409, "code": "dose-refused", "requestId": "r-1", "unmet": ["CONSENT_MISSING", "HOLD_OPEN"]}""";

    @Test
    void the_refusal_expected_passes() {
        assertThat(answer(409, REFUSAL).expectRefusal(409, "dose-refused", "HOLD_OPEN").reasons())
                .containsExactly("CONSENT_MISSING", "HOLD_OPEN");
    }

    @Test
    void another_code_does_not_pass() {
        assertThatThrownBy(() -> answer(409, REFUSAL).expectRefusal(409, "course-refused"))
                .isInstanceOf(WalkthroughFailure.class)
                .hasMessage("POST /doses was to be refused as course-refused and was refused as 409 dose-refused"
                        + " [CONSENT_MISSING, HOLD_OPEN] (request r-1)");
    }

    @Test
    void a_missing_reason_does_not_pass() {
        assertThatThrownBy(() -> answer(409, REFUSAL).expectRefusal(409, "dose-refused", "BASELINE_INCOMPLETE"))
                .hasMessageContaining("without the reason BASELINE_INCOMPLETE");
    }

    @Test
    void success_does_not_pass_for_a_refusal() {
        assertThatThrownBy(() -> answer(201, "{\"id\": \"x\"}").expectRefusal(409, "dose-refused"))
                .hasMessageContaining("was to answer 409 and answered 201");
    }

    @Test
    void a_refusal_does_not_pass_for_success_and_names_what_was_wrong() {
        String invalid = """
                {"code": "invalid-value", "requestId": "r-2", "violations": [{"field": "moaas", "in": "body", "message": "must be 0..5"}]}""";
        assertThatThrownBy(() -> answer(422, invalid).ok()).hasMessageContaining("422 invalid-value [moaas must be 0..5]");
    }

    @Test
    void a_member_that_must_be_there_is_missed() {
        assertThatThrownBy(() -> answer(200, "{\"total\": null}").required("total")).hasMessageContaining("answered without total");
    }

    private static Answer answer(int status, String body) {
        return new Answer("POST /doses", status, body, Optional.empty());
    }
}
