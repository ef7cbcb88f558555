package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.collection.PersistentMap;
import dev.casesaudit.server.fault.Fault;
import dev.casesaudit.server.fault.Outcome;
import dev.casesaudit.server.fault.Playback;
import dev.casesaudit.server.page.PageStyle;
import dev.casesaudit.server.tomorrow.Tomorrow;
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
    private final PersistentMap<Scope, Told> told;

    /**
     * Makes one that was told nothing.
     *
     * @param reader reads what requests ask for
     */
    public Behaviours(BehaviourReader reader) {
        this(new HeaderBehaviours(reader), PersistentMap.empty());
    }

    private Behaviours(HeaderBehaviours headers, PersistentMap<Scope, Told> told) {
        this.headers = headers;
        this.told = told;
    }

    /** The same, told this alone. Each script plays from its start, also those of headers. */
    public Behaviours anew(Map<Scope, Behaviour> behaviours) {
        return new Behaviours(headers.anew(), PersistentMap.empty()).with(behaviours);
    }

    /** The same, a scope told this in place of what it was told. Its fault script plays from the start. */
    public Behaviours with(Scope scope, Behaviour behaviour) {
        return new Behaviours(headers, told.with(scope, Told.of(behaviour)));
    }

    /** The same, each of these scopes told this in place of what it was told. */
    public Behaviours with(Map<Scope, Behaviour> behaviours) {
        PersistentMap<Scope, Told> next = told;
        for (Map.Entry<Scope, Behaviour> one : behaviours.entrySet()) {
            next = next.with(one.getKey(), Told.of(one.getValue()));
        }
        return new Behaviours(headers, next);
    }

    /** The same, a scope told nothing. */
    public Behaviours without(Scope scope) {
        return new Behaviours(headers, told.without(scope));
    }

    /** The same, but for these scopes. */
    public Behaviours without(Predicate<Scope> scopes) {
        PersistentMap<Scope, Told> next = told;
        for (Scope scope : told.keySet()) {
            next = scopes.test(scope) ? next.without(scope) : next;
        }
        return new Behaviours(headers, next);
    }

    /** The same, scripts that headers ask for of a case played from their start. */
    public Behaviours withHeadersAnew(CaseKey key) {
        return new Behaviours(headers.anew(key), told);
    }

    /** Whether a scope was told anything. */
    public boolean has(Scope scope) {
        return told.containsKey(scope);
    }

    /** How many scopes were told something. */
    public int size() {
        return told.size();
    }

    /** What a scope was told. */
    public Told told(Scope scope) {
        return told.getOrDefault(scope, Told.NOTHING);
    }

    /** All that was told. */
    public Map<Scope, Told> all() {
        Map<Scope, Told> all = new TreeMap<>(Scope.ORDER);
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
    public Optional<Fault> inFront(CaseKey key, Optional<String> callId, HeaderWishes wishes) {
        if (told.isEmpty() && wishes.isEmpty()) {
            return Optional.empty();
        }
        return first(asked(key, wishes), key, Told::playback)
                .flatMap(playback -> playback.nextIf(Outcome::isInFront, callId));
    }

    /**
     * Returns what is done about an attempt: what it asks for itself, else what its case was told, or its domain, or everything.
     *
     * @param callId names the SDK call that it belongs to
     * @param inFront what has happened to it in front of the service, which was its step
     * @throws dev.casesaudit.server.error.ServiceException a ValidationException, if it asks for what cannot be meant
     */
    public Conduct conduct(CaseKey key, Optional<String> callId, HeaderWishes wishes, Optional<Fault> inFront) {
        if (told.isEmpty() && wishes.isEmpty()) {
            return Conduct.USUAL;
        }
        Told asked = asked(key, wishes);
        Optional<Playback> playback = first(asked, key, Told::playback);
        Optional<PageStyle> pages = first(asked, key, one -> one.behaviour().pages());
        Optional<Tomorrow> tomorrow = first(asked, key, one -> one.behaviour().tomorrow());
        return new Conduct(
                inFront.or(() -> playback.map(one -> one.next(callId))).orElse(Fault.NONE),
                pages.orElse(PageStyle.plain()),
                tomorrow.orElse(Tomorrow.none()));
    }

    private Told asked(CaseKey key, HeaderWishes wishes) {
        return wishes.isEmpty() ? Told.NOTHING : headers.told(key, wishes);
    }

    private <T> Optional<T> first(Told asked, CaseKey key, Function<Told, Optional<T>> member) {
        return Stream.of(asked, told(Scope.of(key)), told(Scope.of(key.domainId())), told(Scope.EVERYTHING))
                .map(member)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
