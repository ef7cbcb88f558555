package dev.casesaudit.server.start;

import dev.casesaudit.server.postgres.Postgresql;
import io.quarkus.runtime.configuration.ConfigurationException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes or migrates the tables of the database, and ends. */
final class Migration {

    private Migration() {}

    static void run(CommandLine line) {
        line.settings().forEach(System::setProperty);
        Config config = ConfigProvider.getConfig();
        try {
            String version = Postgresql.migrate(
                    config.getOptionalValue("cases.postgresql.url", String.class),
                    config.getOptionalValue("cases.postgresql.user", String.class),
                    config.getOptionalValue("cases.postgresql.password", String.class));
            System.out.println("The tables have version " + version + ".");
        } catch (ConfigurationException e) {
            StartFailure.end(String.valueOf(e.getMessage()));
        }
    }
}
