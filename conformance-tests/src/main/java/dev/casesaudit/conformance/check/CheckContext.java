package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.check.Walk.Change;
import dev.casesaudit.conformance.check.Walk.End;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The target as checks see it: sends their requests, and keeps the responses that several checks look at. */
public final class CheckContext {

    /** The most pages of a walk. They hold 1,000 events in pages of the default size. */
    public static final int PAGE_LIMIT = 60;

    /** The most events of a walk, for pages that are larger than the contract allows. */
    private static final int EVENT_LIMIT = 10_000;

    /** A page size with which a case of three events has two pages. */
    private static final int SMALL_PAGE = 2;

    /** How often a case is read again. Three events in random order pass in fewer than 1 of 1,000 runs. */
    public static final int READINGS = 4;

    /** How often a check runs on a case that gets new events meanwhile. */
    private static final int ATTEMPTS = 3;

    /** The readable roles, shortest history first. */
    private static final List<Role> READABLE =
            List.of(Role.ONE_EVENT, Role.SOME_EVENTS, Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG);

    private final TargetProfile profile;
    private final Contract contract;
    private final Probe probe;
    private final Map<Request, Exchange> known = new HashMap<>();
    private final Map<Request, ProbeFailure.NoResponse> timedOut = new HashMap<>();
    private final Map<String, Walk> walks = new HashMap<>();
    private final Set<CaseRef> changing = new HashSet<>();
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private final TemporaryCase temporaryCase;
    private @Nullable HistorySurvey survey;

    /** A context of checks that only read. */
    public CheckContext(TargetProfile profile, Contract contract, Probe probe) {
        this(profile, contract, probe, new TemporaryCase(() -> {
            throw new IllegalStateException("nothing would delete the case");
        }));
    }

    public CheckContext(TargetProfile profile, Contract contract, Probe probe, TemporaryCase temporaryCase) {
        this.profile = profile;
        this.contract = contract;
        this.probe = probe;
        this.temporaryCase = temporaryCase;
    }

    public interface OnCase {
        Outcome run(CaseRef one) throws ProbeFailure;
    }

    public TargetProfile profile() {
        return profile;
    }

    public Contract contract() {
        return contract;
    }

    public Exchange send(Request request) throws ProbeFailure {
        return probe.send(request);
    }

    /** Waits, at most until the end of the run. */
    public void pause(Duration time) {
        probe.pause(time);
    }

    /** Returns the case that the kit creates in the target, if any. */
    public TemporaryCase temporaryCase() {
        return temporaryCase;
    }

    /** Returns what several checks look at, made once in a run. */
    public <T> T shared(Class<T> type, Function<CheckContext, T> maker) {
        Object known = shared.get(type);
        if (known == null) {
            known = maker.apply(this);
            shared.put(type, known);
        }
        return type.cast(known);
    }

    /** Sends a request, or returns the exchange of an equal request that was sent by this method before. */
    public Exchange sendOnce(Request request) throws ProbeFailure {
        ProbeFailure.NoResponse hung = timedOut.get(request);
        if (hung != null) {
            throw hung;
        }
        Exchange exchange = known.get(request);
        if (exchange == null) {
            try {
                exchange = probe.send(request);
            } catch (ProbeFailure.NoResponse e) {
                // Each further attempt would take the whole request timeout.
                if (e.kind() == ProbeFailure.Kind.TIMEOUT) {
                    timedOut.put(request, e);
                }
                throw e;
            }
            known.put(request, exchange);
        }
        return exchange;
    }

    /** Returns the proxy of the requests and the setting that names it, or an empty string. */
    public String proxy() {
        return probe.proxy();
    }

    public List<Exchange> exchanges() {
        return probe.exchanges();
    }

    /** Returns the number of requests so far. */
    public int requests() {
        return probe.count();
    }

    /** Runs a check on the case of a role. Without such a case, the check is not testable. */
    public Outcome with(Role role, OnCase check) throws ProbeFailure {
        Optional<CaseRef> one = profile.find(role);
        return one.isPresent() ? check.run(one.get()) : missing(role);
    }

    /** Runs a check on the shortest case that has enough events. */
    public Outcome withEvents(int atLeast, OnCase check) throws ProbeFailure {
        Optional<CaseRef> one = shortest(atLeast);
        if (one.isPresent()) {
            return check.run(one.get());
        }
        return missing(READABLE.stream()
                .filter(role -> role.minEvents() >= atLeast)
                .findFirst()
                .orElse(Role.LONG));
    }

    /** Runs a check on the shortest readable case that is not empty. */
    public Outcome withAnyCase(OnCase check) throws ProbeFailure {
        return withEvents(1, check);
    }

    /** Passes if the target serves a case. A target that refuses everything proves nothing with a refusal. */
    public Outcome served(CaseRef one) throws ProbeFailure {
        List<Finding> findings = Expect.page(sendOnce(history(one)));
        return findings.isEmpty()
                ? new Outcome.Passed()
                : Outcome.notTestable(String.format(Locale.ROOT, "%s is not served either: %s", one, findings.get(0)));
    }

    /** The same for a check without findings. With findings, the check fails. */
    public Outcome served(CaseRef one, List<Finding> findings) throws ProbeFailure {
        return findings.isEmpty() ? served(one) : Outcome.of(findings);
    }

    /**
     * Turns findings about a request into an outcome. They count only if the target serves the same request without the
     * tried feature: otherwise the feature is not their cause.
     */
    public Outcome comparedWith(List<Finding> findings, Request without) throws ProbeFailure {
        if (findings.isEmpty()) {
            return new Outcome.Passed();
        }
        List<Finding> control = Expect.page(send(without));
        return control.isEmpty()
                ? Outcome.of(findings)
                : Outcome.notTestable(String.format(
                        Locale.ROOT,
                        "the target does not serve the same request without it either: %s",
                        control.get(0)));
    }

    /** The same for a refusal: the target must refuse the other request, which lacks only the tried feature. */
    public Outcome comparedWith(List<Finding> findings, Request other, Refusal refusal) throws ProbeFailure {
        if (findings.isEmpty()) {
            return new Outcome.Passed();
        }
        List<Finding> control = Expect.refusal(send(other), refusal);
        return asDocumented(control)
                ? Outcome.of(findings)
                : Outcome.notTestable(
                        String.format(Locale.ROOT, "a request without it gets no better response: %s", control.get(0)));
    }

    /** Whether the response to a comparison request is right, or a deviation that the real service may show. */
    public boolean asDocumented(List<Finding> control) {
        return profile.realService() ? control.stream().allMatch(Finding::deviation) : control.isEmpty();
    }

    /** Turns findings about a case into an outcome, unless an unknown case has the same events. */
    public Outcome comparedWithUnknownCase(List<Finding> findings, Exchange ofCase) throws ProbeFailure {
        Optional<Page> page = Page.read(ofCase);
        if (findings.isEmpty() || page.isEmpty()) {
            return Outcome.of(findings);
        }
        boolean same =
                Page.read(sendOnce(history(unknownCase()))).map(Page::eventIds).equals(page.map(Page::eventIds));
        return same ? Outcome.notTestable("an unknown case has the same page") : Outcome.of(findings);
    }

    /**
     * Runs a check that compares the events of a case at different times. Findings count only if the case did not
     * change meanwhile. If events were added, the check runs again. A history that differs each time is the finding of
     * {@code pagination-first-page-repeatable}.
     */
    public Outcome onUnchangedCase(CaseRef one, OnCase check) throws ProbeFailure {
        for (int attempt = 0; attempt < ATTEMPTS && !changing.contains(one); attempt++) {
            Outcome outcome = check.run(one);
            if (!(outcome instanceof Outcome.Failed)) {
                return outcome;
            }
            switch (change(one)) {
                case NONE -> {
                    return outcome;
                }
                case GROWN -> forget(one);
                case OTHER -> changing.add(one);
            }
        }
        return Outcome.notTestable(
                changing.contains(one)
                        ? String.format(Locale.ROOT, "%s has different events each time it is read", one)
                        : String.format(
                                Locale.ROOT,
                                "events were added to %s during the check; name a case that does not change",
                                one));
    }

    /** Compares a case with its first reading. */
    private Change change(CaseRef one) throws ProbeFailure {
        Walk first = walk(one);
        Change change = Change.NONE;
        for (int i = 0; i < READINGS && change != Change.OTHER; i++) {
            Walk again = walkAgain(one, 0);
            Change next = Change.between(first.eventIds(), again.eventIds(), first.complete() && again.complete());
            change = next == Change.NONE ? change : next;
        }
        return change;
    }

    // Other cases keep their first reading, which the profile may count the events of.
    private void forget(CaseRef one) {
        Set<Request> others = new HashSet<>();
        profile.cases().values().stream()
                .filter(other -> !other.equals(one))
                .map(this::history)
                .forEach(others::add);
        known.keySet().retainAll(others);
        walks.keySet().removeIf(key -> key.startsWith(one + " "));
    }

    /** Returns a request for the first page of a case, without a body. */
    public Request history(CaseRef one) {
        return Request.auditHistory(one.domainId(), one.caseId());
    }

    /** Returns the id of a case that the domain does not have. */
    public CaseRef unknownCase() {
        String domain = READABLE.stream()
                .flatMap(role -> profile.find(role).stream())
                .map(CaseRef::domainId)
                .findFirst()
                .orElse("unknown-domain");
        return new CaseRef(domain, "00000000-0000-4000-8000-000000000000");
    }

    /** Walks through the pages of a case, of the default size, once in a run. */
    public Walk walk(CaseRef one) throws ProbeFailure {
        return walk(one, 0);
    }

    /** The same with a {@code maxResults}; 0 for none. */
    public Walk walk(CaseRef one, int pageSize) throws ProbeFailure {
        String key = String.format(Locale.ROOT, "%s %d", one, pageSize);
        Walk walk = walks.get(key);
        if (walk == null) {
            walk = follow(one, pageSize, this::sendOnce);
            walks.put(key, walk);
        }
        return walk;
    }

    /** Walks through the pages of a case again. */
    public Walk walkAgain(CaseRef one, int pageSize) throws ProbeFailure {
        return follow(one, pageSize, this::send);
    }

    /** Returns a request for a page. A {@code maxResults} of 0 is left out. */
    public Request page(CaseRef one, int pageSize, Optional<String> token) {
        ObjectNode body = Json.object();
        if (pageSize > 0) {
            body.put("maxResults", pageSize);
        }
        token.ifPresent(value -> body.put("nextToken", value));
        return body.isEmpty() ? history(one) : history(one).json(Json.write(body));
    }

    /** Reads all readable cases of the profile by the contract, once in a run. */
    public HistorySurvey survey() throws ProbeFailure {
        if (survey == null) {
            survey = new HistorySurvey(contract, profile.aheadOfContract(), walks());
        }
        return survey;
    }

    private Optional<CaseRef> shortest(int atLeast) {
        return READABLE.stream()
                .filter(role -> role.minEvents() >= atLeast)
                .flatMap(role -> profile.find(role).stream())
                .findFirst();
    }

    private List<Walk> walks() throws ProbeFailure {
        List<Walk> all = new ArrayList<>();
        for (Role role : Role.values()) {
            Optional<CaseRef> one = profile.find(role);
            if (role.readable() && one.isPresent()) {
                all.add(walk(one.get()));
            }
        }
        // A case of a few events shows a token only in short pages.
        Optional<CaseRef> walked = shortest(SMALL_PAGE + 1);
        if (walked.isPresent()) {
            all.add(walk(walked.get(), SMALL_PAGE));
        }
        return all;
    }

    private Outcome missing(Role role) {
        return new Outcome.NotTestable(
                String.format(Locale.ROOT, "the target profile names no case for the role '%s'", role.label()),
                role.label());
    }

    private interface Sender {
        Exchange send(Request request) throws ProbeFailure;
    }

    private Walk follow(CaseRef one, int pageSize, Sender sender) throws ProbeFailure {
        List<Page> pages = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        Set<String> followed = new HashSet<>();
        Optional<String> token = Optional.empty();
        int events = 0;
        while (pages.size() < PAGE_LIMIT && events < EVENT_LIMIT) {
            Exchange exchange;
            try {
                exchange = sender.send(page(one, pageSize, token));
            } catch (ProbeFailure.NoResponse e) {
                return new Walk(one, pageSize, pages, exchanges, End.BROKEN, List.of(Finding.of(e)));
            }
            exchanges.add(exchange);
            Optional<Page> page = Page.read(exchange);
            if (page.isEmpty()) {
                return new Walk(one, pageSize, pages, exchanges, End.BROKEN, Expect.page(exchange));
            }
            pages.add(page.get());
            events += page.get().events().size();
            token = page.get().nextToken();
            int longest = profile.limits().response().token();
            int length = token.map(String::length).orElse(0);
            if (length > longest) {
                Finding tooLong = new Finding(
                        "/nextToken", "a token of at most " + longest + " characters", "one of " + length, exchange);
                return new Walk(one, pageSize, pages, exchanges, End.BROKEN, List.of(tooLong));
            }
            if (token.isEmpty() || length == 0 || !followed.add(token.get())) {
                End end = token.isEmpty() ? End.COMPLETE : length == 0 ? End.EMPTY_TOKEN : End.REPEATED;
                return new Walk(one, pageSize, pages, exchanges, end, List.of());
            }
        }
        return new Walk(one, pageSize, pages, exchanges, End.LONG_ENOUGH, List.of());
    }
}
