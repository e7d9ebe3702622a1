package health.stillpoint.outcome.response.domain;

/** What is told about responses. */
public interface ResponseEvents {

    /** A response was taken and scored, completely or not. */
    void scored(QuestionnaireResponse response);
}
