package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.behaviour.fault.Fault;
import dev.casesaudit.server.behaviour.fault.Outcome;
import dev.casesaudit.server.behaviour.fault.Playback;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.collection.PersistentMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The configured behaviours by scope, and their effect on an attempt. Immutable, but for the progress of scripts, which
 * ends with the behaviour that has the script.
 */
public final class ScopedBehaviours {

    private final HeaderScripts headers;
    private final PersistentMap<Scope, ActiveBehaviour> configured;
    private final long bytes;

    /**
     * Starts without any behaviour.
     *
     * @param reader reads the behaviours in request headers
     */
    public ScopedBehaviours(BehaviourReader reader) {
        this(new HeaderScripts(reader), PersistentMap.empty(), 0);
    }

    private ScopedBehaviours(HeaderScripts headers, PersistentMap<Scope, ActiveBehaviour> configured, long bytes) {
        this.headers = headers;
        this.configured = configured;
        this.bytes = bytes;
    }

    /** Only these behaviours. Every script starts again, also those of headers. */
    public ScopedBehaviours restarted(Map<Scope, Behaviour> behaviours) {
        return new ScopedBehaviours(headers.restarted(), PersistentMap.empty(), 0).with(behaviours);
    }

    /** The same with another behaviour for a scope. Its script starts again. */
    public ScopedBehaviours with(Scope scope, Behaviour behaviour) {
        return new ScopedBehaviours(
                headers,
                configured.with(scope, ActiveBehaviour.of(behaviour)),
                without(scope).bytes + scope.length() * (long) Character.BYTES + behaviour.bytes());
    }

    /** The same with other behaviours for these scopes. */
    public ScopedBehaviours with(Map<Scope, Behaviour> behaviours) {
        ScopedBehaviours next = this;
        for (Map.Entry<Scope, Behaviour> one : behaviours.entrySet()) {
            next = next.with(one.getKey(), one.getValue());
        }
        return next;
    }

    public ScopedBehaviours without(Scope scope) {
        ActiveBehaviour gone = configured.get(scope);
        return gone == null
                ? this
                : new ScopedBehaviours(
                        headers,
                        configured.without(scope),
                        bytes
                                - scope.length() * (long) Character.BYTES
                                - gone.behaviour().bytes());
    }

    public ScopedBehaviours without(Predicate<Scope> scopes) {
        ScopedBehaviours next = this;
        for (Scope scope : configured.keySet()) {
            next = scopes.test(scope) ? next.without(scope) : next;
        }
        return next;
    }

    /** The same, where the scripts in headers for a case start again. */
    public ScopedBehaviours withHeaderScriptsRestarted(CaseKey key) {
        return new ScopedBehaviours(headers.restarted(key), configured, bytes);
    }

    public boolean has(Scope scope) {
        return configured.containsKey(scope);
    }

    /** Returns roughly how many bytes of memory they need. */
    public long bytes() {
        return bytes;
    }

    /** Returns the number of scopes with a behaviour. */
    public int size() {
        return configured.size();
    }

    public ActiveBehaviour configured(Scope scope) {
        return configured.getOrDefault(scope, ActiveBehaviour.NOTHING);
    }

    public Map<Scope, ActiveBehaviour> all() {
        Map<Scope, ActiveBehaviour> all = new TreeMap<>(Scope.ORDER);
        all.putAll(configured);
        return all;
    }

    /**
     * Returns the fault that happens to an attempt before it reaches the service. If the next step of the script
     * happens later, no step is used up.
     *
     * @param invocationId of the SDK call that the attempt belongs to
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException for headers that cannot be read
     */
    public Optional<Fault> inFront(CaseKey key, Optional<String> invocationId, BehaviourHeaders behaviourHeaders) {
        if (configured.isEmpty() && behaviourHeaders.isEmpty()) {
            return Optional.empty();
        }
        return first(fromHeaders(key, behaviourHeaders), key, ActiveBehaviour::playback)
                .flatMap(playback -> playback.nextIf(Outcome::isInFront, invocationId));
    }

    /**
     * Returns the behaviour for an attempt. Its headers take precedence over its case, the case over the domain, and
     * the domain over the whole mock.
     *
     * @param invocationId of the SDK call that the attempt belongs to
     * @param inFront the fault that happened to it before it reached the service, which was its step
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException for headers that cannot be read
     */
    public EffectiveBehaviour effective(
            CaseKey key, Optional<String> invocationId, BehaviourHeaders behaviourHeaders, Optional<Fault> inFront) {
        if (configured.isEmpty() && behaviourHeaders.isEmpty()) {
            return EffectiveBehaviour.USUAL;
        }
        ActiveBehaviour fromHeaders = fromHeaders(key, behaviourHeaders);
        Optional<Playback> playback = first(fromHeaders, key, ActiveBehaviour::playback);
        Optional<PageStyle> pages =
                first(fromHeaders, key, one -> one.behaviour().pages());
        Optional<Tomorrow> tomorrow =
                first(fromHeaders, key, one -> one.behaviour().tomorrow());
        return new EffectiveBehaviour(
                inFront.or(() -> playback.map(one -> one.next(invocationId))).orElse(Fault.NONE),
                pages.orElse(PageStyle.plain()),
                tomorrow.orElse(Tomorrow.none()));
    }

    private ActiveBehaviour fromHeaders(CaseKey key, BehaviourHeaders behaviourHeaders) {
        return behaviourHeaders.isEmpty() ? ActiveBehaviour.NOTHING : headers.behaviour(key, behaviourHeaders);
    }

    private <T> Optional<T> first(
            ActiveBehaviour fromHeaders, CaseKey key, Function<ActiveBehaviour, Optional<T>> member) {
        return Stream.of(
                        fromHeaders,
                        configured(Scope.of(key)),
                        configured(Scope.of(key.domainId())),
                        configured(Scope.EVERYTHING))
                .map(member)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
