package dev.casesaudit.server;

import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.auth.AuthSettings;
import dev.casesaudit.server.auth.Signatures;
import dev.casesaudit.server.behaviour.BehaviourReader;
import dev.casesaudit.server.behaviour.Behaviours;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.exam.Exams;
import dev.casesaudit.server.fault.Rate;
import dev.casesaudit.server.fault.RateLimits;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.page.AwkwardPages;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.page.RequestConstraints;
import dev.casesaudit.server.page.TokenKey;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldStore;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes the parts that know nothing of the container. */
class Wiring {

    private static final int LARGEST_JOURNAL = 100_000;
    private static final Duration LONGEST_FAULT = Duration.ofHours(1);
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
    FixtureLoader fixtures(Contract contract, BehaviourReader behaviours) {
        return new FixtureLoader(contract, behaviours);
    }

    @Produces
    @Singleton
    CursorCodec cursors(CasesConfig config) {
        return new CursorCodec(tokenKey(config));
    }

    @Produces
    @Singleton
    Pages pages(CursorCodec cursors) {
        return new Pages(cursors);
    }

    @Produces
    @Singleton
    AwkwardPages awkwardPages(CursorCodec cursors) {
        return new AwkwardPages(cursors, InstantSource.system());
    }

    @Produces
    @Singleton
    BehaviourReader behaviourReader(CasesConfig config) {
        Contract control = Contract.read(Contract.CONTROL);
        return new BehaviourReader(longestFault(config), () -> control.schema("Behaviour"));
    }

    // Made here, since the world is all that decides what requests get: nothing else may change one of its parts.
    @Produces
    @Singleton
    WorldStore store(CasesConfig config, BehaviourReader reader, WorldLimits limits) {
        return new WorldStore(Snapshot.empty(new Behaviours(reader), rateLimits(config)), limits);
    }

    RateLimits rateLimits(CasesConfig config) {
        return new RateLimits(config.rateLimit().map(Wiring::rate), System::nanoTime);
    }

    @Produces
    @Singleton
    Journal journal(CasesConfig config) {
        int size = config.journal().size();
        if (size < 0 || size > LARGEST_JOURNAL) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT, "cases.journal.size: expected from 0 to %d, got %d", LARGEST_JOURNAL, size));
        }
        return new Journal(size);
    }

    @Produces
    @Singleton
    WorldLimits limits(CasesConfig config) {
        int cases = config.control().cases();
        long events = config.control().events();
        requireNotNegative("cases.control.cases", cases);
        requireNotNegative("cases.control.events", events);
        return new WorldLimits(cases, events);
    }

    private static void requireNotNegative(String key, long number) {
        if (number < 0) {
            throw new ConfigurationException(String.format(Locale.ROOT, "%s: expected 0 or more, got %d", key, number));
        }
    }

    @Produces
    @Singleton
    Exams exams(WorldStore store, Journal journal) {
        return new Exams(store, journal);
    }

    private static Duration longestFault(CasesConfig config) {
        Duration longest = config.faults().longest();
        if (longest.isNegative() || longest.isZero() || longest.compareTo(LONGEST_FAULT) > 0) {
            throw new ConfigurationException(String.format(
                    Locale.ROOT, "cases.faults.longest: expected more than 0, at most 1h, got %s", longest));
        }
        return longest;
    }

    private static Rate rate(CasesConfig.RateLimit configured) {
        try {
            return new Rate(configured.rate(), configured.burst().orElse(1));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("cases.rate-limit: " + e.getMessage());
        }
    }

    @Produces
    @Singleton
    Signatures signatures(CasesConfig config) {
        return AuthSettings.signatures(config.auth(), emptyUnder("cases.auth."), Clock.systemUTC());
    }

    // Quarkus takes a value that is set and empty for none, and so a limit for no limit.
    private static List<String> emptyUnder(String prefix) {
        Config config = ConfigProvider.getConfig();
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(prefix))
                .filter(name -> isBlank(config.getConfigValue(name).getRawValue()))
                .sorted()
                .toList();
    }

    private static boolean isBlank(@Nullable String value) {
        return value != null && value.isBlank();
    }

    // A value that is set and empty is a secret that did not arrive; Quarkus alone would take it for none.
    private static TokenKey tokenKey(CasesConfig config) {
        boolean isSet =
                ConfigProvider.getConfig().getConfigValue("cases.token.key").getRawValue() != null;
        return isSet ? shared(config.token().key().orElse("")) : random();
    }

    private static TokenKey shared(String text) {
        try {
            TokenKey key = TokenKey.of(text);
            LOG.info(
                    "Page tokens are signed with cases.token.key: replicas that have the same key and the same fixtures take"
                            + " each other's tokens. Nothing else is shared or outlives this process: not cases and events that were"
                            + " put at run time, behaviours, fault scripts, rate limits, used tokens, the journal or exams.");
            return key;
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
