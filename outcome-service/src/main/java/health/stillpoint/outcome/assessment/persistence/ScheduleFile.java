package health.stillpoint.outcome.assessment.persistence;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import health.stillpoint.outcome.assessment.domain.Battery;
import health.stillpoint.outcome.assessment.domain.Schedule;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.WindowRule;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schedule shipped with the service, read and checked once at start. */
@Singleton
public class ScheduleFile implements Schedule {

    private static final String RESOURCE = "/catalogue/schedule.yaml";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Map<TimePoint, WindowRule> windows = new EnumMap<>(TimePoint.class);
    private final Map<TimePoint, Battery> batteries = new EnumMap<>(TimePoint.class);

    /** Reads the shipped file; an instrument the catalogue lacks stops the start. */
    public ScheduleFile(InstrumentCatalogue catalogue) {
        File file = read();
        for (TimePoint timePoint : TimePoint.values()) {
            Row row = Optional.ofNullable(file.timePoints().get(timePoint))
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + " lacks " + timePoint));
            Optional.ofNullable(row.window()).ifPresent(window -> windows.put(timePoint, window.rule()));
            batteries.put(timePoint, row.battery().battery(catalogue));
        }
    }

    @Override
    public Optional<WindowRule> windowOf(TimePoint timePoint) {
        return Optional.ofNullable(windows.get(timePoint));
    }

    @Override
    public Battery batteryOf(TimePoint timePoint) {
        return batteries.get(timePoint);
    }

    private static File read() {
        try (InputStream file = ScheduleFile.class.getResourceAsStream(RESOURCE)) {
            return YAML.readValue(file, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private record File(String scheduleVersion, Map<TimePoint, Row> timePoints) {}

    private record Row(String anchor, Range window, String after, Instruments battery) {}

    private record Range(String due, String opens, String closes, String lateUntil) {

        WindowRule rule() {
            return new WindowRule(
                    Duration.parse(due),
                    Duration.parse(opens),
                    Duration.parse(closes),
                    Optional.ofNullable(lateUntil).map(Duration::parse));
        }
    }

    private record Instruments(
            boolean withPrimary, List<String> required, List<String> expected, List<String> optional) {

        Battery battery(InstrumentCatalogue catalogue) {
            return new Battery(
                    withPrimary, known(required, catalogue), known(expected, catalogue), known(optional, catalogue));
        }

        private static List<InstrumentCode> known(List<String> codes, InstrumentCatalogue catalogue) {
            return codes.stream()
                    .map(code -> catalogue.withCode(new InstrumentCode(code)).code())
                    .toList();
        }
    }
}
