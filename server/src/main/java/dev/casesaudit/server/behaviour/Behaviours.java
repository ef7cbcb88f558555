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
 * What the mock was told, scope by scope, and what that means for an attempt. Immutable but for how far scripts have come: that
 * belongs to what was told, and ends with it.
 */
public final class Behaviours {

    private final HeaderBehaviours headers;
    private final PersistentMap<Scope, ActiveBehaviour> told;
    private final long bytes;

    /**
     * Makes one that was told nothing.
     *
     * @param reader reads what requests ask for
     */
    public Behaviours(BehaviourReader reader) {
        this(new HeaderBehaviours(reader), PersistentMap.empty(), 0);
    }

    private Behaviours(HeaderBehaviours headers, PersistentMap<Scope, ActiveBehaviour> told, long bytes) {
        this.headers = headers;
        this.told = told;
        this.bytes = bytes;
    }

    /** The same, told this alone. Each script plays from its start, also those of headers. */
    public Behaviours anew(Map<Scope, Behaviour> behaviours) {
        return new Behaviours(headers.anew(), PersistentMap.empty(), 0).with(behaviours);
    }

    /** The same, a scope told this in place of what it was told. Its fault script plays from the start. */
    public Behaviours with(Scope scope, Behaviour behaviour) {
        return new Behaviours(
                headers,
                told.with(scope, ActiveBehaviour.of(behaviour)),
                without(scope).bytes + scope.length() * (long) Character.BYTES + behaviour.bytes());
    }

    /** The same, each of these scopes told this in place of what it was told. */
    public Behaviours with(Map<Scope, Behaviour> behaviours) {
        Behaviours next = this;
        for (Map.Entry<Scope, Behaviour> one : behaviours.entrySet()) {
            next = next.with(one.getKey(), one.getValue());
        }
        return next;
    }

    /** The same, a scope told nothing. */
    public Behaviours without(Scope scope) {
        ActiveBehaviour gone = told.get(scope);
        return gone == null
                ? this
                : new Behaviours(
                        headers,
                        told.without(scope),
                        bytes
                                - scope.length() * (long) Character.BYTES
                                - gone.behaviour().bytes());
    }

    /** The same, but for these scopes. */
    public Behaviours without(Predicate<Scope> scopes) {
        Behaviours next = this;
        for (Scope scope : told.keySet()) {
            next = scopes.test(scope) ? next.without(scope) : next;
        }
        return next;
    }

    /** The same, scripts that headers ask for of a case played from their start. */
    public Behaviours withHeadersAnew(CaseKey key) {
        return new Behaviours(headers.anew(key), told, bytes);
    }

    /** Whether a scope was told anything. */
    public boolean has(Scope scope) {
        return told.containsKey(scope);
    }

    /** About how many bytes of memory they take up. */
    public long bytes() {
        return bytes;
    }

    /** How many scopes were told something. */
    public int size() {
        return told.size();
    }

    /** What a scope was told. */
    public ActiveBehaviour told(Scope scope) {
        return told.getOrDefault(scope, ActiveBehaviour.NOTHING);
    }

    /** All that was told. */
    public Map<Scope, ActiveBehaviour> all() {
        Map<Scope, ActiveBehaviour> all = new TreeMap<>(Scope.ORDER);
        all.putAll(told);
        return all;
    }

    /**
     * Returns what happens to an attempt in front of the service; nothing, and no step is used up, where the step that comes next is
     * another.
     *
     * @param callId names the SDK call that it belongs to
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException, if it asks for what cannot be meant
     */
    public Optional<Fault> inFront(CaseKey key, Optional<String> callId, BehaviourHeaders wishes) {
        if (told.isEmpty() && wishes.isEmpty()) {
            return Optional.empty();
        }
        return first(asked(key, wishes), key, ActiveBehaviour::playback)
                .flatMap(playback -> playback.nextIf(Outcome::isInFront, callId));
    }

    /**
     * Returns what is done about an attempt: what it asks for itself, else what its case was told, or its domain, or everything.
     *
     * @param callId names the SDK call that it belongs to
     * @param inFront what has happened to it in front of the service, which was its step
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException, if it asks for what cannot be meant
     */
    public EffectiveBehaviour conduct(
            CaseKey key, Optional<String> callId, BehaviourHeaders wishes, Optional<Fault> inFront) {
        if (told.isEmpty() && wishes.isEmpty()) {
            return EffectiveBehaviour.USUAL;
        }
        ActiveBehaviour asked = asked(key, wishes);
        Optional<Playback> playback = first(asked, key, ActiveBehaviour::playback);
        Optional<PageStyle> pages = first(asked, key, one -> one.behaviour().pages());
        Optional<Tomorrow> tomorrow = first(asked, key, one -> one.behaviour().tomorrow());
        return new EffectiveBehaviour(
                inFront.or(() -> playback.map(one -> one.next(callId))).orElse(Fault.NONE),
                pages.orElse(PageStyle.plain()),
                tomorrow.orElse(Tomorrow.none()));
    }

    private ActiveBehaviour asked(CaseKey key, BehaviourHeaders wishes) {
        return wishes.isEmpty() ? ActiveBehaviour.NOTHING : headers.told(key, wishes);
    }

    private <T> Optional<T> first(ActiveBehaviour asked, CaseKey key, Function<ActiveBehaviour, Optional<T>> member) {
        return Stream.of(asked, told(Scope.of(key)), told(Scope.of(key.domainId())), told(Scope.EVERYTHING))
                .map(member)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
