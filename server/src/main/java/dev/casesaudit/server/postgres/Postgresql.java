package dev.casesaudit.server.postgres;

import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Opens the database of the settings, and brings its tables to the version of this program. */
public final class Postgresql {

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
            WorldBudget budget) {
        String url = settings.url()
                .orElseThrow(() ->
                        new ConfigurationException("cases.postgresql.url: expected the address of a database, such as"
                                + " postgresql://localhost:5432/cases, since cases.store is postgresql, got none"));
        Database database =
                new Database(new Database.Address(url, settings.user(), settings.password(), settings.connections()));
        try {
            Flyway flyway = Flyway.configure(Postgresql.class.getClassLoader())
                    .dataSource(database.source())
                    .locations("classpath:db/migration")
                    .load();
            if (settings.migrate()) {
                flyway.migrate();
            } else {
                flyway.validate();
            }
        } catch (FlywayException e) {
            database.close();
            throw new ConfigurationException(unusable(e));
        }
        return new PostgresStore(database, forms, empty, limits, budget);
    }

    private static String unusable(FlywayException problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.format(
                Locale.ROOT,
                "cases.postgresql.url: expected a database that can be used, got: %s",
                String.valueOf(cause.getMessage()).replaceAll("\\s+", " "));
    }
}
