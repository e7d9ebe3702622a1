package health.stillpoint.session.order.domain;

import java.util.List;

/** An order on body data that disagree with what is known of the patient. */
public final class BodyDataDiffer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<BodyPolicy.Difference> differences;

    public BodyDataDiffer(List<BodyPolicy.Difference> differences) {
        super("body data differ", null, false, false);
        this.differences = List.copyOf(differences);
    }

    public List<BodyPolicy.Difference> differences() {
        return differences;
    }
}
