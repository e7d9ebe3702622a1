package health.stillpoint.kit.tenancy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay role's own small pool, apart from the requests': neither can starve the other. */
@ApplicationScoped
class RelayPool implements RelayConnections {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final String APPLICATION = "relay";

    private final String url;
    private final DatabaseConfig.Relay login;
    private final AgroalDataSource pool;

    RelayPool(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url, DatabaseConfig config) throws SQLException {
        this.url = url;
        this.login = config.relay();
        this.pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(poolOf -> poolOf
                        .maxSize(login.maxConnections())
                        .initialSize(0)
                        .acquisitionTimeout(LONGEST_WAIT)
                        // A killed database leaves dead connections behind: they are found and replaced, not lent again.
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionValidator(ConnectionValidator.defaultValidator())
                        .validateOnBorrow(true)
                        .connectionFactoryConfiguration(factory -> factory
                                .jdbcUrl(url)
                                .connectionProviderClass(org.postgresql.Driver.class)
                                .autoCommit(false)
                                .principal(new NamePrincipal(login.username()))
                                .credential(new SimplePassword(login.password()))
                                .jdbcProperty("ApplicationName", APPLICATION)
                                .jdbcProperty("logServerErrorDetail", "false")
                                .jdbcProperty("connectTimeout", "3")
                                .jdbcProperty("tcpKeepAlive", "true")
                                .jdbcProperty("reWriteBatchedInserts", "true"))));
    }

    @Override
    public Connection borrow() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", login.username());
        properties.put("password", login.password());
        properties.put("ApplicationName", APPLICATION);
        properties.put("logServerErrorDetail", "false");
        properties.put("connectTimeout", "3");
        properties.put("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(url, properties);
        connection.setAutoCommit(false);
        return connection;
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
