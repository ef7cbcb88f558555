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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One target on trial: what checks ask it through, and what they already know of it. Nothing is asked twice without need. */
public final class CheckContext {

    /** How many pages a walk follows at most; enough for 1,000 events by pages of the default size. */
    public static final int PAGE_LIMIT = 60;

    /** The same for pages that have more events than the contract allows. */
    private static final int EVENT_LIMIT = 10_000;

    /** A page size with which a case of three events has two pages. */
    private static final int SMALL_PAGE = 2;

    /** How often a case is read again; of three events in random order, fewer than one in a thousand pass for repeatable. */
    public static final int READINGS = 4;

    /** How often a check is run again on a case to which events are added meanwhile. */
    private static final int ATTEMPTS = 3;

    /** The readable roles, the cheapest to read first. */
    private static final List<Role> READABLE =
            List.of(Role.ONE_EVENT, Role.SOME_EVENTS, Role.FULL_PAGE, Role.TWO_PAGES, Role.LONG);

    private final TargetProfile profile;
    private final Contract contract;
    private final Probe probe;
    private final Map<Request, Exchange> known = new HashMap<>();
    private final Map<Request, ProbeFailure.NoAnswer> hanging = new HashMap<>();
    private final Map<String, Walk> walks = new HashMap<>();
    private final Set<CaseRef> restless = new HashSet<>();
    private @Nullable HistorySurvey survey;

    public CheckContext(TargetProfile profile, Contract contract, Probe probe) {
        this.profile = profile;
        this.contract = contract;
        this.probe = probe;
    }

    /** What a check does with a case. */
    public interface OnCase {
        Outcome run(CaseRef one) throws ProbeFailure;
    }

    public TargetProfile profile() {
        return profile;
    }

    public Contract contract() {
        return contract;
    }

    /** Sends a request. */
    public Exchange ask(Request request) throws ProbeFailure {
        return probe.ask(request);
    }

    /** Sends a request unless this very request was sent so before; then returns what came. For what several checks look at. */
    public Exchange once(Request request) throws ProbeFailure {
        ProbeFailure.NoAnswer hung = hanging.get(request);
        if (hung != null) {
            throw hung;
        }
        Exchange exchange = known.get(request);
        if (exchange == null) {
            try {
                exchange = probe.ask(request);
            } catch (ProbeFailure.NoAnswer e) {
                // Each time would cost as long as an answer may take.
                if (e.kind() == ProbeFailure.Kind.TIMEOUT) {
                    hanging.put(request, e);
                }
                throw e;
            }
            known.put(request, exchange);
        }
        return exchange;
    }

    /** Returns the proxy that requests go by, and the setting that names it; empty for none. */
    public String proxy() {
        return probe.proxy();
    }

    /** Returns every exchange of the run so far. */
    public List<Exchange> exchanges() {
        return probe.exchanges();
    }

    /** Returns how many requests have been sent so far. */
    public int requests() {
        return probe.count();
    }

    /** Runs on the case of a role, or says that the profile names none. */
    public Outcome with(Role role, OnCase check) throws ProbeFailure {
        Optional<CaseRef> one = profile.find(role);
        return one.isPresent() ? check.run(one.get()) : missing(role);
    }

    /** Runs on the shortest case that has so many events at least. */
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

    /** Runs on any case that can be read, the shortest that is not empty. */
    public Outcome withAnyCase(OnCase check) throws ProbeFailure {
        return withEvents(1, check);
    }

    /** Passes where a case can be read. Where none can, a target that refuses something proves nothing by it. */
    public Outcome served(CaseRef one) throws ProbeFailure {
        List<Finding> findings = Expect.page(once(history(one)));
        return findings.isEmpty()
                ? new Outcome.Passed()
                : Outcome.notTestable(String.format(Locale.ROOT, "%s is not served either: %s", one, findings.get(0)));
    }

    /** The same where nothing was found; findings fail. */
    public Outcome served(CaseRef one, List<Finding> findings) throws ProbeFailure {
        return findings.isEmpty() ? served(one) : Outcome.of(findings);
    }

    /**
     * Makes an outcome of what is wrong with the answer to a request, which has its cause in what is tried only where the same
     * request without that is served.
     */
    public Outcome blaming(List<Finding> findings, Request without) throws ProbeFailure {
        if (findings.isEmpty()) {
            return new Outcome.Passed();
        }
        List<Finding> control = Expect.page(ask(without));
        return control.isEmpty()
                ? Outcome.of(findings)
                : Outcome.notTestable(String.format(
                        Locale.ROOT, "the same request without it is not served either: %s", control.get(0)));
    }

    /** The same for an answer that should be a refusal: the other request, which nothing sets apart but that, is to be refused. */
    public Outcome blaming(List<Finding> findings, Request other, Refusal refusal) throws ProbeFailure {
        if (findings.isEmpty()) {
            return new Outcome.Passed();
        }
        List<Finding> control = Expect.refusal(ask(other), refusal);
        return asDocumented(control)
                ? Outcome.of(findings)
                : Outcome.notTestable(
                        String.format(Locale.ROOT, "a request without it fares no better: %s", control.get(0)));
    }

    /** Whether the answer to a comparison request is right, or one that the real service may give in its place. */
    public boolean asDocumented(List<Finding> control) {
        return profile.realService() ? control.stream().allMatch(Finding::deviation) : control.isEmpty();
    }

    /** Returns findings about what a case holds as an outcome, unless an unknown case brings the same: then ids are not looked at. */
    public Outcome blamingCase(List<Finding> findings, Exchange ofCase) throws ProbeFailure {
        Optional<Page> page = Page.read(ofCase);
        if (findings.isEmpty() || page.isEmpty()) {
            return Outcome.of(findings);
        }
        boolean same =
                Page.read(once(history(unknownCase()))).map(Page::eventIds).equals(page.map(Page::eventIds));
        return same ? Outcome.notTestable("an unknown case brings the same page") : Outcome.of(findings);
    }

    /**
     * Runs a check that compares what a case holds at different times. A difference counts only where the case is the same all the
     * while: with events that were added meanwhile the check is run again, and a history that is another each time is the finding of
     * {@code pagination-first-page-repeatable}.
     */
    public Outcome atRest(CaseRef one, OnCase check) throws ProbeFailure {
        for (int attempt = 0; attempt < ATTEMPTS && !restless.contains(one); attempt++) {
            Outcome outcome = check.run(one);
            if (!(outcome instanceof Outcome.Failed)) {
                return outcome;
            }
            switch (change(one)) {
                case NONE -> {
                    return outcome;
                }
                case GROWN -> forget(one);
                case OTHER -> restless.add(one);
            }
        }
        return Outcome.notTestable(
                restless.contains(one)
                        ? String.format(Locale.ROOT, "%s holds other events each time it is read", one)
                        : String.format(
                                Locale.ROOT, "events were added to %s while it was read; name a case at rest", one));
    }

    /** Returns what became of a case since it was read first. */
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

    // What other cases held at first is kept: their profile may say how many events that was.
    private void forget(CaseRef one) {
        Set<Request> others = new HashSet<>();
        profile.cases().values().stream()
                .filter(other -> !other.equals(one))
                .map(this::history)
                .forEach(others::add);
        known.keySet().retainAll(others);
        walks.keySet().removeIf(key -> key.startsWith(one + " "));
    }

    /** Returns a request for the first page of a case, with no body. */
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

    /** Follows the tokens of a case to the end, by pages of the default size, once in a run. */
    public Walk walk(CaseRef one) throws ProbeFailure {
        return walk(one, 0);
    }

    /** The same, each request with this {@code maxResults}; 0 for none. */
    public Walk walk(CaseRef one, int pageSize) throws ProbeFailure {
        String key = String.format(Locale.ROOT, "%s %d", one, pageSize);
        Walk walk = walks.get(key);
        if (walk == null) {
            walk = follow(one, pageSize, this::once);
            walks.put(key, walk);
        }
        return walk;
    }

    /** Follows the tokens of a case anew, with requests of its own. */
    public Walk walkAgain(CaseRef one, int pageSize) throws ProbeFailure {
        return follow(one, pageSize, this::ask);
    }

    /** Returns a request for a page; a {@code maxResults} of 0 stands for none. */
    public Request page(CaseRef one, int pageSize, Optional<String> token) {
        ObjectNode body = Json.object();
        if (pageSize > 0) {
            body.put("maxResults", pageSize);
        }
        token.ifPresent(value -> body.put("nextToken", value));
        return body.isEmpty() ? history(one) : history(one).json(Json.write(body));
    }

    /** Returns what all readable cases of the profile hold, read by the contract. */
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
        // Short pages: with them alone a case of a few events shows a token.
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

    private interface Way {
        Exchange to(Request request) throws ProbeFailure;
    }

    private Walk follow(CaseRef one, int pageSize, Way way) throws ProbeFailure {
        List<Page> pages = new ArrayList<>();
        List<Exchange> exchanges = new ArrayList<>();
        Set<String> followed = new HashSet<>();
        Optional<String> token = Optional.empty();
        int events = 0;
        while (pages.size() < PAGE_LIMIT && events < EVENT_LIMIT) {
            Exchange exchange;
            try {
                exchange = way.to(page(one, pageSize, token));
            } catch (ProbeFailure.NoAnswer e) {
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
            int longest = profile.limits().answer().token();
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
