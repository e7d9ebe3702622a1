package health.stillpoint.session.recovery.domain;

/**
 * Modified Aldrete score: five components of 0..2, total 0..10; recovered needs 9 or more and no 0 (dosing section 6, R).
 */
public record Aldrete(int activity, int respiration, int circulation, int consciousness, int oxygenSaturation) {

    static final int RECOVERED = 9;

    public Aldrete {
        for (int component : new int[] {activity, respiration, circulation, consciousness, oxygenSaturation}) {
            if (component < 0 || component > 2) {
                throw new IllegalArgumentException("an Aldrete component must be 0..2");
            }
        }
    }

    public int total() {
        return activity + respiration + circulation + consciousness + oxygenSaturation;
    }

    public boolean recovered() {
        return total() >= RECOVERED && activity > 0 && respiration > 0 && circulation > 0 && consciousness > 0 && oxygenSaturation > 0;
    }
}
