package health.stillpoint.kit.tenancy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The roles that work on the service's database beside the one of its pool. */
@ConfigMapping(prefix = "stillpoint.database")
public interface DatabaseConfig {

    Login migration();

    Relay relay();

    /** Runs the migrations; becomes the owner of the tables by SET ROLE. */
    interface Login {

        String username();

        String password();
    }

    /** Moves events to the broker and audit rows into their chains. */
    interface Relay {

        String username();

        String password();

        /** Most connections of this role in one process, those for LISTEN not counted. */
        @WithDefault("4")
        int maxConnections();
    }
}
