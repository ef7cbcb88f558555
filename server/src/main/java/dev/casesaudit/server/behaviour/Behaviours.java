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
 * The behaviours that are configured, by scope, and their effect on an attempt. Immutable, but for the progress of scripts, which
 * ends with the behaviour that has the script.
 */
public final class Behaviours {

    private final HeaderBehaviours headers;
    private final PersistentMap<Scope, ActiveBehaviour> configured;
    private final long bytes;

    /**
     * Makes one without any behaviour.
     *
     * @param reader reads the behaviours that requests ask for in headers
     */
    public Behaviours(BehaviourReader reader) {
        this(new HeaderBehaviours(reader), PersistentMap.empty(), 0);
    }

    private Behaviours(HeaderBehaviours headers, PersistentMap<Scope, ActiveBehaviour> configured, long bytes) {
        this.headers = headers;
        this.configured = configured;
        this.bytes = bytes;
    }

    /** The same, with these behaviours only. Each script starts anew, also those of headers. */
    public Behaviours anew(Map<Scope, Behaviour> behaviours) {
        return new Behaviours(headers.anew(), PersistentMap.empty(), 0).with(behaviours);
    }

    /** The same, with another behaviour of a scope. Its fault script starts anew. */
    public Behaviours with(Scope scope, Behaviour behaviour) {
        return new Behaviours(
                headers,
                configured.with(scope, ActiveBehaviour.of(behaviour)),
                without(scope).bytes + scope.length() * (long) Character.BYTES + behaviour.bytes());
    }

    /** The same, with other behaviours of these scopes. */
    public Behaviours with(Map<Scope, Behaviour> behaviours) {
        Behaviours next = this;
        for (Map.Entry<Scope, Behaviour> one : behaviours.entrySet()) {
            next = next.with(one.getKey(), one.getValue());
        }
        return next;
    }

    /** The same, without the behaviour of a scope. */
    public Behaviours without(Scope scope) {
        ActiveBehaviour gone = configured.get(scope);
        return gone == null
                ? this
                : new Behaviours(
                        headers,
                        configured.without(scope),
                        bytes
                                - scope.length() * (long) Character.BYTES
                                - gone.behaviour().bytes());
    }

    /** The same, without the behaviours of these scopes. */
    public Behaviours without(Predicate<Scope> scopes) {
        Behaviours next = this;
        for (Scope scope : configured.keySet()) {
            next = scopes.test(scope) ? next.without(scope) : next;
        }
        return next;
    }

    /** The same, with the scripts of headers for a case starting anew. */
    public Behaviours withHeadersAnew(CaseKey key) {
        return new Behaviours(headers.anew(key), configured, bytes);
    }

    /** Whether a scope has a behaviour. */
    public boolean has(Scope scope) {
        return configured.containsKey(scope);
    }

    /** About how many bytes of memory they take up. */
    public long bytes() {
        return bytes;
    }

    /** How many scopes have a behaviour. */
    public int size() {
        return configured.size();
    }

    /** The behaviour of a scope, and how far it has come. */
    public ActiveBehaviour configured(Scope scope) {
        return configured.getOrDefault(scope, ActiveBehaviour.NOTHING);
    }

    /** All behaviours, by scope. */
    public Map<Scope, ActiveBehaviour> all() {
        Map<Scope, ActiveBehaviour> all = new TreeMap<>(Scope.ORDER);
        all.putAll(configured);
        return all;
    }

    /**
     * Returns what happens to an attempt in front of the service; nothing, and no step is used up, where the step that comes next is
     * another.
     *
     * @param invocationId names the SDK call that it belongs to
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException, if it asks for what cannot be meant
     */
    public Optional<Fault> inFront(CaseKey key, Optional<String> invocationId, BehaviourHeaders behaviourHeaders) {
        if (configured.isEmpty() && behaviourHeaders.isEmpty()) {
            return Optional.empty();
        }
        return first(asked(key, behaviourHeaders), key, ActiveBehaviour::playback)
                .flatMap(playback -> playback.nextIf(Outcome::isInFront, invocationId));
    }

    /**
     * Returns the behaviour of an attempt: that of its headers, else of its case, else of its domain, else of the whole mock.
     *
     * @param invocationId names the SDK call that it belongs to
     * @param inFront what has happened to it in front of the service, which was its step
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException, if it asks for what cannot be meant
     */
    public EffectiveBehaviour effective(
            CaseKey key, Optional<String> invocationId, BehaviourHeaders behaviourHeaders, Optional<Fault> inFront) {
        if (configured.isEmpty() && behaviourHeaders.isEmpty()) {
            return EffectiveBehaviour.USUAL;
        }
        ActiveBehaviour asked = asked(key, behaviourHeaders);
        Optional<Playback> playback = first(asked, key, ActiveBehaviour::playback);
        Optional<PageStyle> pages = first(asked, key, one -> one.behaviour().pages());
        Optional<Tomorrow> tomorrow = first(asked, key, one -> one.behaviour().tomorrow());
        return new EffectiveBehaviour(
                inFront.or(() -> playback.map(one -> one.next(invocationId))).orElse(Fault.NONE),
                pages.orElse(PageStyle.plain()),
                tomorrow.orElse(Tomorrow.none()));
    }

    private ActiveBehaviour asked(CaseKey key, BehaviourHeaders behaviourHeaders) {
        return behaviourHeaders.isEmpty() ? ActiveBehaviour.NOTHING : headers.asked(key, behaviourHeaders);
    }

    private <T> Optional<T> first(ActiveBehaviour asked, CaseKey key, Function<ActiveBehaviour, Optional<T>> member) {
        return Stream.of(
                        asked,
                        configured(Scope.of(key)),
                        configured(Scope.of(key.domainId())),
                        configured(Scope.EVERYTHING))
                .map(member)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
