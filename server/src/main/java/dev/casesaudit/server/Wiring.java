package dev.casesaudit.server;

import dev.casesaudit.server.audit.WorldLimits;
import dev.casesaudit.server.auth.AuthSettings;
import dev.casesaudit.server.auth.Principals;
import dev.casesaudit.server.auth.Signatures;
import dev.casesaudit.server.behaviour.BehaviourReader;
import dev.casesaudit.server.behaviour.ScopedBehaviours;
import dev.casesaudit.server.config.CasesConfig;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.exam.Exams;
import dev.casesaudit.server.fixture.FixtureExport;
import dev.casesaudit.server.fixture.FixtureLoader;
import dev.casesaudit.server.fixture.StoredForms;
import dev.casesaudit.server.http.MemoryShares;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.metrics.Metrics;
import dev.casesaudit.server.metrics.PrometheusMetrics;
import dev.casesaudit.server.page.AwkwardPages;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.page.TokenKey;
import dev.casesaudit.server.postgres.Postgresql;
import dev.casesaudit.server.recording.EventRecorder;
import dev.casesaudit.server.recording.RecordingFile;
import dev.casesaudit.server.recording.RecordingRules;
import dev.casesaudit.server.throttle.Rate;
import dev.casesaudit.server.throttle.RateLimits;
import dev.casesaudit.server.world.MemoryStore;
import dev.casesaudit.server.world.Snapshot;
import dev.casesaudit.server.world.WorldBudget;
import dev.casesaudit.server.world.WorldStore;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Creates the beans whose classes do not know the container. */
class Wiring {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    @Produces
    @Singleton
    Contract contract() {
        return Contract.operation();
    }

    @Produces
    @Singleton
    FixtureLoader fixtures(Contract contract, BehaviourReader behaviours, RecordingRules rules) {
        return new FixtureLoader(contract, behaviours, rules);
    }

    @Produces
    @Singleton
    FixtureExport export(RecordingRules rules) {
        return new FixtureExport(rules);
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
        return new BehaviourReader(
                config.faults().longest(), () -> Contract.control().schema("Behaviour"));
    }

    // Created here, because the world is the only owner of these parts: nothing else may change them.
    @Produces
    @Singleton
    WorldStore store(
            CasesConfig config,
            BehaviourReader reader,
            WorldLimits limits,
            Contract contract,
            RecordingRules rules,
            Metrics metrics) {
        Snapshot empty = Snapshot.empty(new ScopedBehaviours(reader), rateLimits(config));
        WorldBudget budget = new WorldBudget(MemoryShares.world(config.limits()));
        return config.store() == CasesConfig.Store.MEMORY
                ? new MemoryStore(empty, limits, budget)
                : Postgresql.store(
                        config.postgresql(), new StoredForms(contract, reader, rules), empty, limits, budget, metrics);
    }

    @Produces
    @Singleton
    Metrics metrics(CasesConfig config) {
        return config.metrics().enabled() ? new PrometheusMetrics() : Metrics.NONE;
    }

    void close(@Disposes WorldStore store) {
        store.close();
    }

    RateLimits rateLimits(CasesConfig config) {
        return new RateLimits(config.rateLimit().map(Wiring::rate), System::nanoTime);
    }

    @Produces
    @Singleton
    Journal journal(CasesConfig config) {
        return new Journal(config.journal().size(), MemoryShares.journal());
    }

    @Produces
    @Singleton
    WorldLimits limits(CasesConfig config) {
        return new WorldLimits(config.control().cases(), config.control().events());
    }

    @Produces
    @Singleton
    Exams exams(WorldStore store, Journal journal) {
        return new Exams(store, journal);
    }

    @Produces
    @Singleton
    Principals principals(CasesConfig config) {
        return new Principals(config.auth());
    }

    @Produces
    @Singleton
    RecordingRules rules(CasesConfig config) {
        return RecordingFile.rules(config.recording());
    }

    @Produces
    @Singleton
    EventRecorder recorder(RecordingRules rules, Contract contract) {
        Shape.Union values = (Shape.Union) contract.schema("AuditEventFieldValueUnion");
        Shape.Text text = (Shape.Text) Objects.requireNonNull(values.arms().get("stringValue"));
        return new EventRecorder(rules, text.maxLength());
    }

    private static Rate rate(CasesConfig.RateLimit configured) {
        return new Rate(configured.rate(), configured.burst().orElse(1));
    }

    @Produces
    @Singleton
    Signatures signatures(CasesConfig config) {
        return AuthSettings.signatures(config.auth(), Clock.systemUTC());
    }

    private static TokenKey tokenKey(CasesConfig config) {
        return config.token().key().map(text -> shared(text, config.store())).orElseGet(Wiring::random);
    }

    private static TokenKey shared(String text, CasesConfig.Store store) {
        LOG.info(
                store == CasesConfig.Store.MEMORY
                        ? "Page tokens are signed with cases.token.key: replicas with the same key and the same fixtures accept"
                                + " each other's tokens. Replicas share nothing else, and nothing else survives this process:"
                                + " no cases or events that were put at run time, behaviours, fault scripts, rate limits, used"
                                + " tokens, the journal or exams. To share and keep them, set cases.store=postgresql."
                        : "Page tokens are signed with cases.token.key: replicas with the same key accept each other's tokens.");
        return TokenKey.of(text);
    }

    private static TokenKey random() {
        LOG.info(
                "Page tokens are signed with a random key: they expire with this process, and other replicas refuse them."
                        + " To run replicas, set cases.token.key to the same value on each.");
        return TokenKey.random();
    }
}
