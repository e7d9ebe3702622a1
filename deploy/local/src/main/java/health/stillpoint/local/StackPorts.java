package health.stillpoint.local;

import health.stillpoint.local.parts.Ports;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.ToIntFunction;

/** A port for each listener of one stack. */
public final class StackPorts {

    /** Shifts every port that is not set by itself. */
    public static final String OFFSET_VARIABLE = "STILLPOINT_PORT_OFFSET";

    private static final int HIGHEST = 65_535;

    private final Map<StackPort, Integer> numbers = new EnumMap<>(StackPort.class);

    private StackPorts(ToIntFunction<StackPort> chosen) {
        for (StackPort port : StackPort.values()) {
            numbers.put(port, chosen.applyAsInt(port));
        }
    }

    /** The usual ports, moved by the variables of {@link StackPort} and by {@value #OFFSET_VARIABLE}. */
    public static StackPorts from(Map<String, String> environment) {
        int offset = number(environment, OFFSET_VARIABLE, 0);
        return new StackPorts(port -> inRange(port.variable(), number(environment, port.variable(), port.usual() + offset)));
    }

    /** Ports nobody listens on now: for a stack beside another. */
    public static StackPorts free() {
        List<Integer> found = Ports.free(StackPort.values().length);
        return new StackPorts(port -> found.get(port.ordinal()));
    }

    static StackPorts from(Properties recorded) {
        return new StackPorts(port -> Integer.parseInt(recorded.getProperty(port.name())));
    }

    /** The port of one listener. */
    public int of(StackPort port) {
        return numbers.get(port);
    }

    void record(Properties target) {
        numbers.forEach((port, number) -> target.setProperty(port.name(), Integer.toString(number)));
    }

    /** Fails with one line that names the first port two parts would share, or somebody else listens on. */
    void requireFree() {
        requireDistinct();
        numbers.forEach((port, number) -> {
            if (!Ports.isFree(number)) {
                throw new StackException("Port " + number + " (" + port.label() + ") is taken. Stop what listens there, or set "
                        + port.variable() + ", or move all ports by " + OFFSET_VARIABLE + "=100.");
            }
        });
    }

    private void requireDistinct() {
        Map<Integer, StackPort> owners = new HashMap<>();
        numbers.forEach((port, number) -> {
            StackPort other = owners.putIfAbsent(number, port);
            if (other != null) {
                throw new StackException("Port " + number + " is meant for " + other.label() + " and for " + port.label()
                        + ". Change " + other.variable() + " or " + port.variable() + ".");
            }
        });
    }

    private static int number(Map<String, String> environment, String variable, int otherwise) {
        String text = environment.get(variable);
        try {
            return text == null || text.isBlank() ? otherwise : Integer.parseInt(text.trim());
        } catch (NumberFormatException notANumber) {
            throw new StackException(variable + " must be a whole number, not \"" + text + "\".");
        }
    }

    private static int inRange(String variable, int number) {
        if (number < 1 || number > HIGHEST) {
            throw new StackException(variable + " must lie between 1 and " + HIGHEST + ", not " + number + ".");
        }
        return number;
    }
}
