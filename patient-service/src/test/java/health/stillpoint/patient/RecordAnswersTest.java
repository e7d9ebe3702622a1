package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;

class RecordAnswersTest {

    private static final String RECORD = "/api/v1/patients/{id}";

    @Test
    void saysOfEveryReadBelowAPatientThatTheRecordMayBeGone() {
        Operation read = described(RECORD + "/consents", HttpMethod.GET, operation());

        assertThat(read.getResponses().getAPIResponses()).containsOnlyKeys("200", "301", "404", "410");
        assertThat(read.getResponses().getAPIResponse("301").getHeaders()).containsOnlyKeys("Location");
    }

    @Test
    void saysOfEveryWriteBelowAPatientThatTheRecordMayHaveEnded() {
        Operation write = operation();
        write.getResponses().addAPIResponse("409", OASFactory.createAPIResponse().description("consent-not-active"));
        write.setRequestBody(OASFactory.createRequestBody());

        described(RECORD + "/consents/{consentId}/withdraw", HttpMethod.POST, write);
        described(RECORD + "/consents/{consentId}/withdraw", HttpMethod.POST, write);

        assertThat(write.getResponses().getAPIResponses()).containsOnlyKeys("200", "404", "409", "422");
        assertThat(write.getResponses().getAPIResponse("409").getDescription())
                .isEqualTo("consent-not-active; patient-merged or patient-erased");
    }

    @Test
    void saysThatAChangeMustLeaveAnAdult() {
        Operation change = operation();
        change.setRequestBody(OASFactory.createRequestBody());

        described(RECORD, HttpMethod.PATCH, change);

        assertThat(change.getResponses().getAPIResponse("422").getDescription()).startsWith("patient-minor");
    }

    @Test
    void addsNothingToWhatIsOfNoRecord() {
        assertThat(described("/api/v1/patients", HttpMethod.GET, operation()).getResponses().getAPIResponses()).containsOnlyKeys("200");
    }

    private static Operation operation() {
        return OASFactory.createOperation().responses(
                OASFactory.createAPIResponses().addAPIResponse("200", OASFactory.createAPIResponse().description("There")));
    }

    private static Operation described(String path, HttpMethod method, Operation operation) {
        OpenAPI document = OASFactory.createOpenAPI().paths(OASFactory.createPaths());
        var item = OASFactory.createPathItem();
        item.setOperation(method, operation);
        document.getPaths().addPathItem(path, item);
        new RecordAnswers().filterOpenAPI(document);
        return operation;
    }
}
