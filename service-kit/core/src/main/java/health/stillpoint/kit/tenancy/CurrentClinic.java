package health.stillpoint.kit.tenancy;

import health.stillpoint.kit.operation.Operation;
import java.util.UUID;
import java.util.function.Supplier;

/** Tells Hibernate's clinic filter which clinic the running operation is for; without an operation there is no answer. */
public final class CurrentClinic implements Supplier<UUID> {

    /** Made by Hibernate. */
    public CurrentClinic() {
    }

    @Override
    public UUID get() {
        return Operation.current().clinicId();
    }
}
