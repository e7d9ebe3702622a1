package health.stillpoint.kit.time;

import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.sandbox.SandboxConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;

/** Offsets as the operations find them in the database. */
@ApplicationScoped
class StoredClockOffsets implements ClockOffsets {

    private final SandboxConfig sandbox;
    private final Instance<ClinicOperations> operations;

    StoredClockOffsets(SandboxConfig sandbox, Instance<ClinicOperations> operations) {
        this.sandbox = sandbox;
        this.operations = operations;
    }

    @Override
    public long secondsOf(UUID clinicId) {
        if (!sandbox.isSandbox(clinicId)) {
            return 0;
        }
        if (Operation.isRunning() && Operation.current().clinicId().equals(clinicId)) {
            return Operation.current().offsetSeconds();
        }
        return operations.get().continued(clinicId, () -> Operation.current().offsetSeconds());
    }
}
