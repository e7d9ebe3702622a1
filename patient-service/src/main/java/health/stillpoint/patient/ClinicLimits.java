package health.stillpoint.patient;

import health.stillpoint.kit.operation.Operation;
import health.stillpoint.patient.candidacy.CandidacyConfig;
import health.stillpoint.patient.consent.ConsentConfig;
import health.stillpoint.patient.intake.IntakeConfig;
import health.stillpoint.patient.modality.ModalityConfig;
import health.stillpoint.patient.programme.ProgrammeConfig;
import health.stillpoint.patient.referrals.ReferralConfig;
import health.stillpoint.patient.screening.ScreeningConfig;
import health.stillpoint.patient.treatment.TreatmentConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The numbers each clinic works with: the published defaults, over them what this deployment sets for everybody
 * ({@code stillpoint.screening.oxygen-saturation-excluded}), over that what it sets for one clinic
 * ({@code stillpoint.clinics."<clinic id>".screening.oxygen-saturation-excluded}). A number outside the bounds that stand
 * beside its default, or a name that does not exist, refuses the start.
 */
@Startup
@ApplicationScoped
public class ClinicLimits {

    private static final String CLINICS = "stillpoint.clinics.";
    private static final List<Class<?>> FEATURES = List.of(IntakeConfig.class, TreatmentConfig.class, ScreeningConfig.class,
            CandidacyConfig.class, ConsentConfig.class, ProgrammeConfig.class, ModalityConfig.class, ReferralConfig.class);
    private static final List<String> PREFIXES = List.of("stillpoint.intake.", "stillpoint.treatment.",
            "stillpoint.screening.", "stillpoint.candidacy.", "stillpoint.consent.", "stillpoint.programme.",
            "stillpoint.modality.", "stillpoint.referrals.");

    private final SmallRyeConfig everywhere;
    private final Map<UUID, SmallRyeConfig> byClinic = new HashMap<>();
    private final Map<UUID, Map<String, String>> overridden = new HashMap<>();

    ClinicLimits(Config config) {
        Map<String, String> common = new TreeMap<>();
        Map<UUID, Map<String, String>> own = new HashMap<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false).distinct().forEach(name -> {
            if (name.startsWith(CLINICS)) {
                ClinicProperty property = ClinicProperty.of(name);
                own.computeIfAbsent(property.clinic(), _ -> new TreeMap<>()).put(property.name(), value(config, name));
            } else if (PREFIXES.stream().anyMatch(name::startsWith)) {
                common.put(name, value(config, name));
            }
        });
        everywhere = within("every clinic", common);
        own.forEach((clinic, properties) -> {
            Map<String, String> all = new TreeMap<>(common);
            all.putAll(properties);
            overridden.put(clinic, properties);
            byClinic.put(clinic, within("clinic " + clinic, all));
        });
    }

    /** A property of one clinic, and the common one it stands for. */
    private record ClinicProperty(UUID clinic, String name) {

        static ClinicProperty of(String name) {
            String rest = name.substring(CLINICS.length());
            int dot = rest.indexOf('.');
            try {
                UUID clinic = UUID.fromString(rest.substring(0, Math.max(dot, 0)).replace("\"", ""));
                return new ClinicProperty(clinic, "stillpoint." + rest.substring(dot + 1));
            } catch (IllegalArgumentException notAnId) {
                throw new IllegalStateException("No clinic id in the name of " + name, notAnId);
            }
        }
    }

    private static String value(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }

    private SmallRyeConfig within(String whose, Map<String, String> properties) {
        List<String> unknown = properties.keySet().stream()
                .filter(name -> PREFIXES.stream().noneMatch(name::startsWith))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Limits of " + whose + " that do not exist: " + unknown);
        }
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "limits of " + whose, 100))
                .withConverter(Duration.class, 200, new DurationConverter());
        FEATURES.forEach(builder::withMapping);
        SmallRyeConfig limits = builder.build();
        List<String> outside = new ArrayList<>();
        FEATURES.forEach(feature -> outside.addAll(outsideBounds(feature, limits.getConfigMapping(feature))));
        if (!outside.isEmpty()) {
            throw new IllegalStateException("Limits of " + whose + " outside their safe bounds: " + outside);
        }
        return limits;
    }

    private static List<String> outsideBounds(Class<?> feature, Object limits) {
        List<String> outside = new ArrayList<>();
        for (Method limit : feature.getDeclaredMethods()) {
            String name = feature.getSimpleName() + "." + limit.getName();
            Bounds bounds = limit.getAnnotation(Bounds.class);
            if (bounds != null && !inside(bounds, valueOf(limits, limit))) {
                outside.add(name + " must be from " + bounds.least() + " to " + bounds.most());
            }
            Among among = limit.getAnnotation(Among.class);
            if (among != null && !Set.of(among.value()).containsAll((Set<?>) valueOf(limits, limit))) {
                outside.add(name + " must be among " + List.of(among.value()));
            }
        }
        return outside;
    }

    /** Throws for a type that has no bounds: such a limit must not pass unseen. */
    static boolean inside(Bounds bounds, Object value) {
        return switch (value) {
            case Integer number -> between(new BigDecimal(bounds.least()), new BigDecimal(number), new BigDecimal(bounds.most()));
            case BigDecimal number -> between(new BigDecimal(bounds.least()), number, new BigDecimal(bounds.most()));
            case Duration time -> between(Duration.parse(bounds.least()), time, Duration.parse(bounds.most()));
            default -> throw new IllegalStateException("A limit of the type " + value.getClass().getName() + " has no bounds");
        };
    }

    private static <T extends Comparable<T>> boolean between(T least, T value, T most) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }

    private static Object valueOf(Object limits, Method limit) {
        try {
            return limit.invoke(limits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The limit " + limit.getName() + " cannot be read", e);
        }
    }

    /** Of the clinic on whose behalf the present operation runs. */
    public <T> T of(Class<T> feature) {
        return of(feature, Operation.current().clinicId());
    }

    /** What is set for one clinic alone, each by the name of the common limit it stands for. */
    public Map<String, String> overriddenFor(UUID clinic) {
        return overridden.getOrDefault(clinic, Map.of());
    }

    <T> T of(Class<T> feature, UUID clinic) {
        return byClinic.getOrDefault(clinic, everywhere).getConfigMapping(feature);
    }
}
