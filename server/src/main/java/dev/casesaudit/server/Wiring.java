package dev.casesaudit.server;

import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.page.RequestConstraints;
import dev.casesaudit.server.page.TokenKey;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Makes the parts that know nothing of the container. */
class Wiring {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    @Produces
    @Singleton
    Contract contract() {
        return Contract.read();
    }

    @Produces
    @Singleton
    RequestConstraints constraints(Contract contract) {
        return new RequestConstraints(contract);
    }

    @Produces
    @Singleton
    FixtureLoader fixtures(Contract contract) {
        return new FixtureLoader(contract);
    }

    @Produces
    @Singleton
    Pages pages(CasesConfig config) {
        return new Pages(new CursorCodec(tokenKey(config)));
    }

    // A value that is set and empty is a secret that did not arrive; Quarkus alone would take it for none.
    private static TokenKey tokenKey(CasesConfig config) {
        boolean isSet =
                ConfigProvider.getConfig().getConfigValue("cases.token.key").getRawValue() != null;
        return isSet ? configured(config.token().key().orElse("")) : random();
    }

    private static TokenKey configured(String text) {
        try {
            return TokenKey.of(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("cases.token.key: " + e.getMessage());
        }
    }

    private static TokenKey random() {
        LOG.info(
                "Page tokens are signed with a random key: they end with this process, and another replica refuses them."
                        + " Where several share the work, set cases.token.key to the same value on each.");
        return TokenKey.random();
    }
}
