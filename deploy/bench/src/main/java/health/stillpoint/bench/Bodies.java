package health.stillpoint.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is sent: nobody real. */
final class Bodies {

    static final String PATIENT = """
            {"name":{"family":"Rivera","given":["Alex"]},"birthDate":"1992-05-14","sexAtBirth":"female",\
            "contact":{"phone":"+1 555 0100","email":"somebody@example.org"},\
            "emergencyContact":{"name":"Jo Rivera","relationship":"sibling","phone":"+1 555 0101"},\
            "escorts":[{"name":"Jo Rivera","relationship":"sibling","phone":"+1 555 0101"}],\
            "language":"en-US","timeZone":"America/New_York"}""";

    static final String GAD7 = """
            {"instrument":"GAD7","answers":[2,2,1,2,1,2,3]}""";

    private Bodies() {}

    /** One set, or many under {@code readings}, each a second after the other, the last one now. */
    static String vitalSigns(int sets) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        if (sets == 1) {
            return set(now);
        }
        return IntStream.range(0, sets).mapToObj(number -> set(now.minusSeconds(sets - 1 - number)))
                .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
    }

    private static String set(Instant measuredAt) {
        return "{\"measuredAt\":\"" + measuredAt + "\",\"systolic\":132,\"diastolic\":82,\"heartRate\":78,\"oxygenSaturation\":97,"
                + "\"respiratoryRate\":14,\"moaas\":5}";
    }
}
