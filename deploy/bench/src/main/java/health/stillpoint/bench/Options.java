package health.stillpoint.bench;

import health.stillpoint.local.StackException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is measured and for how long.
 *
 * @param measurement length of each single measurement
 * @param warmUp longest load before the first measurement of each way; less if the compilers have nothing left to do before
 * @param rounds how often each way is measured, in turn
 * @param works pieces of work
 * @param layers whether the cost of each layer of the kit is measured
 */
record Options(Duration measurement, Duration warmUp, int rounds, Set<Work> works, boolean layers) {

    static final int CONNECTIONS = 8;
    private static final String USAGE = "usage: ./stillpoint bench foundation [--seconds N] [--warm-up N] [--rounds N] [--only "
            + names(",") + ",layers], or ./stillpoint bench patients";

    static Options read(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("foundation")) {
            throw new StackException(USAGE);
        }
        Options options = new Options(Duration.ofSeconds(10), Duration.ofSeconds(40), 2, EnumSet.allOf(Work.class), true);
        for (int i = 1; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new StackException(USAGE);
            }
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--seconds" -> new Options(Duration.ofSeconds(number(value)), warmUp, rounds, works, layers);
            case "--warm-up" -> new Options(measurement, Duration.ofSeconds(number(value)), rounds, works, layers);
            case "--rounds" -> new Options(measurement, warmUp, number(value), works, layers);
            case "--only" -> only(value);
            default -> throw new StackException("Unknown option \"" + name + "\". " + USAGE);
        };
    }

    private Options only(String names) {
        Set<Work> chosen = EnumSet.noneOf(Work.class);
        boolean withLayers = false;
        for (String name : names.split(",")) {
            if (name.equals("layers")) {
                withLayers = true;
            } else {
                chosen.add(Arrays.stream(Work.values()).filter(work -> work.option().equals(name)).findFirst()
                        .orElseThrow(() -> new StackException("There is no work \"" + name + "\". " + USAGE)));
            }
        }
        return new Options(measurement, warmUp, rounds, chosen, withLayers);
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new StackException("\"" + text + "\" is not a number from 1 to 999. " + USAGE);
        }
        return Integer.parseInt(text);
    }

    private static String names(String between) {
        return Arrays.stream(Work.values()).map(Work::option).collect(Collectors.joining(between)).toLowerCase(Locale.ROOT);
    }
}
