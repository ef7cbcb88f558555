package dev.casesaudit.server.behaviour;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.fault.Fault;
import dev.casesaudit.server.fault.Outcome;
import dev.casesaudit.server.fault.Playback;
import dev.casesaudit.server.page.PageStyle;
import dev.casesaudit.server.tomorrow.Tomorrow;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the mock was told, scope by scope, and what that means for an attempt. */
public final class Behaviours {

    private final HeaderBehaviours headers;
    private volatile Map<Scope, Behaviour> seeded = Map.of();
    private final Map<Scope, Told> told = new ConcurrentHashMap<>();

    /**
     * Makes one that was told nothing.
     *
     * @param reader reads what requests ask for
     */
    public Behaviours(BehaviourReader reader) {
        headers = new HeaderBehaviours(reader);
    }

    /** Takes over what the fixtures tell, in place of all that was told. */
    public void seed(Map<Scope, Behaviour> fixtures) {
        seeded = Map.copyOf(fixtures);
        reset();
    }

    /** Goes back to what the fixtures tell. */
    public void reset() {
        told.clear();
        headers.reset();
        seeded.forEach(this::tell);
    }

    /** Goes back to what the fixtures tell one scope. */
    public void reset(Scope scope) {
        headers.reset(scope);
        Behaviour original = seeded.get(scope);
        if (original == null) {
            forget(scope);
        } else {
            tell(scope, original);
        }
    }

    /** Tells a scope, in place of what it was told. Its fault script plays from the start. */
    public void tell(Scope scope, Behaviour behaviour) {
        told.put(scope, Told.of(behaviour));
    }

    /** Takes back what a scope was told. */
    public void forget(Scope scope) {
        told.remove(scope);
    }

    /** Takes back what a domain and its cases were told. */
    public void forgetDomain(String domainId) {
        told.keySet().removeIf(scope -> scope.domainId().equals(Optional.of(domainId)));
    }

    /** Takes back what domains and cases were told, each of them. */
    public void forgetDomains() {
        told.keySet().removeIf(scope -> scope.domainId().isPresent());
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

    /** All that was told, without how far it has come. */
    public Map<Scope, Behaviour> lines() {
        Map<Scope, Behaviour> lines = new TreeMap<>(Scope.ORDER);
        told.forEach((scope, one) -> lines.put(scope, one.behaviour()));
        return lines;
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
