package health.stillpoint.local;

import java.util.Arrays;
import java.util.Optional;

/** The four programs of the backend. */
public enum Program {
    /** Registration, intake, candidacy, consent. */
    PATIENT("patient-service", "patient", StackPort.PATIENT, StackPort.PATIENT_MANAGEMENT),
    /** Courses, dosing sessions, ledger, integration. */
    SESSION("session-service", "session", StackPort.SESSION, StackPort.SESSION_MANAGEMENT),
    /** Instruments, assessments, safety alerts. */
    OUTCOME("outcome-service", "outcome", StackPort.OUTCOME, StackPort.OUTCOME_MANAGEMENT),
    /** The one public door. */
    GATEWAY("gateway", null, StackPort.GATEWAY, StackPort.GATEWAY_MANAGEMENT);

    private final String module;
    private final String database;
    private final StackPort port;
    private final StackPort managementPort;

    Program(String module, String database, StackPort port, StackPort managementPort) {
        this.module = module;
        this.database = database;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Its folder in the repository, and its name in logs and in {@code status}. */
    public String module() {
        return module;
    }

    /** The program of this folder; fails in one line when there is none. */
    static Program ofModule(String module) {
        return Arrays.stream(values())
                .filter(program -> program.module.equals(module))
                .findFirst()
                .orElseThrow(() -> new StackException("There is no program \"" + module + "\"."));
    }

    /** Its database, if it owns one. */
    public Optional<String> database() {
        return Optional.ofNullable(database);
    }

    StackPort port() {
        return port;
    }

    StackPort managementPort() {
        return managementPort;
    }
}
