package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens the database of the settings, and brings its tables to the version of this program. */
public final class Postgresql {

    // One a second.
    private static final int CONNECT_RETRIES = 5;

    private Postgresql() {}

    /**
     * Opens the store.
     *
     * @throws ConfigurationException if the database cannot be used
     */
    public static WorldStore store(
            CasesConfig.Postgresql settings,
            StoredForms forms,
            Snapshot empty,
            WorldLimits limits,
            WorldBudget budget,
            Metrics metrics) {
        Database database = new Database(
                new Database.Address(
                        required(settings.url()), settings.user(), settings.password(), settings.connections()),
                metrics);
        prepare(database, settings.migrate());
        return new PostgresStore(database, forms, empty, limits, budget, metrics);
    }

    /**
     * Makes the tables, or migrates them to the version of this program, and returns that version.
     *
     * @throws ConfigurationException if the database cannot be used
     */
    public static String migrate(Optional<String> url, Optional<String> user, Optional<String> password) {
        try (Database database = new Database(new Database.Address(required(url), user, password, 2), Metrics.NONE)) {
            return prepare(database, true);
        }
    }

    private static String required(Optional<String> url) {
        return url.orElseThrow(() -> new ConfigurationException(
                "cases.postgresql.url: expected the address of a database, such as postgresql://localhost:5432/cases,"
                        + " got none"));
    }

    private static String prepare(Database database, boolean migrates) {
        try {
            Flyway flyway = Flyway.configure(Postgresql.class.getClassLoader())
                    .dataSource(database.source())
                    .locations("classpath:db/migration")
                    // Databases often start together with the replicas.
                    .connectRetries(CONNECT_RETRIES)
                    .connectRetriesInterval(1)
                    // Tables of a newer version serve replicas of this one during an upgrade.
                    .ignoreMigrationPatterns("*:future")
                    .load();
            if (migrates) {
                flyway.migrate();
            } else {
                flyway.validate();
            }
            return String.valueOf(flyway.info().current().getVersion());
        } catch (FlywayException e) {
            database.close();
            throw new ConfigurationException(unusable(e));
        }
    }

    private static String unusable(FlywayException problem) {
        Throwable cause = problem;
        // A time-out has no message, but its causer has.
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return String.format(
                Locale.ROOT,
                "cases.postgresql.url: expected a database that can be used, got: %s",
                String.valueOf(cause.getMessage()).replaceAll("\\s+", " "));
    }
}
