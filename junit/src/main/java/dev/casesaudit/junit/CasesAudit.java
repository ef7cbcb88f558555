package dev.casesaudit.junit;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A test's own part of the mock: a domain with its cases and behaviour, and what clients sent to it. Any number of them
 * share the one mock of a JVM, at the same time.
 *
 * <p>JUnit 5 passes it to tests of a class with {@link CasesAuditTest}. Anything else gets it from {@link #start}.
 */
public final class CasesAudit implements AutoCloseable {

    // More than the journal keeps.
    private static final int ALL = 100_000;

    private final MockProcess mock;
    private final ControlApi control;
    private final String domain;
    private final String path;
    private final BehaviourSetting behaviour;
    private final Map<String, GivenCase> cases = new ConcurrentHashMap<>();
    private boolean redirectsSdk;

    private CasesAudit(MockProcess mock, String domain) {
        this.mock = mock;
        this.domain = domain;
        control = new ControlApi(mock);
        path = "domains/" + ControlApi.segment(domain);
        behaviour = new BehaviourSetting(control, path);
        control.put(path, Map.of("domain", domain, "cases", Map.of()));
    }

    /**
     * Returns a new domain in the mock of this JVM, and starts that if it is the first. The mock ends with the JVM.
     *
     * @throws IllegalStateException with the mock's log, if it does not start
     */
    public static CasesAudit start() {
        return inDomain(SharedMock.getForGood(), "test");
    }

    static CasesAudit inDomain(MockProcess mock, String name) {
        return new CasesAudit(mock, name + "-" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** Returns where the client under test is to send its requests. */
    public URI endpoint() {
        return mock.endpoint();
    }

    /** Returns the id of the domain, which only this test has. */
    public String domain() {
        return domain;
    }

    /** Returns a case of this domain, to give it a history and a behaviour. */
    public GivenCase given(String caseId) {
        return cases.computeIfAbsent(caseId, id -> new GivenCase(control, path, id));
    }

    /** Gives this domain all cases of a fixture file, and the behaviour of its domain. */
    public CasesAudit fixtures(Path file) {
        return fixtures(file.toString());
    }

    /** Gives this domain what is in a fixture file, or in a resource such as {@code classpath:my.yaml}. */
    public CasesAudit fixtures(String file) {
        FixtureFile fixture = FixtureFile.read(file);
        fixture.cases().forEach((caseId, content) -> given(caseId).describe(content));
        if (!fixture.behaviour().isEmpty()) {
            behaviour.set(fixture.behaviour());
        }
        return this;
    }

    /** Sets the fault script of this domain, such as {@code Throttling*2, ok}. */
    public CasesAudit faults(String script) {
        return faults(script, 0);
    }

    /** Sets the fault script of this domain for so many SDK calls; 0 for all. */
    public CasesAudit faults(String script, int calls) {
        behaviour.faults(script, calls);
        return this;
    }

    /** Sets the awkward pages of this domain, such as {@code short-pages, null-token}. */
    public CasesAudit pages(String names) {
        behaviour.set("pages", names);
        return this;
    }

    /** Sets which members that no SDK knows yet this domain has, such as {@code all}. */
    public CasesAudit tomorrow(String names) {
        behaviour.set("tomorrow", names);
        return this;
    }

    /** Limits how many requests a second this domain serves, and how many may come at once. */
    public CasesAudit rateLimit(double rate, int burst) {
        control.put(path + "/rate-limit", Map.of("rate", rate, "burst", burst));
        return this;
    }

    /** Returns the events of a case of this domain, the oldest first, also of a case that the code under test has created. */
    public List<RecordedEvent> history(String caseId) {
        return reversed(
                control.get(path + "/cases/" + ControlApi.segment(caseId)).list("auditEvents", RecordedEvent::of));
    }

    /** Returns the ids of the cases of this domain, in alphabetical order. */
    public List<String> caseIds() {
        return control.get(path).object("cases").orElse(new JsonObject(Map.of())).members().keySet().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    /** Returns the requests to this domain, in the order in which they came. */
    public List<RecordedRequest> journal() {
        return oldestFirst("journal", "requests", RecordedRequest::of);
    }

    /** Returns the SDK calls to this domain, in the order in which they came. */
    public List<Call> calls() {
        return oldestFirst("calls", "calls", Call::of);
    }

    /** Returns the walks through histories of this domain, in the order in which they began. */
    public List<Walk> walks() {
        return oldestFirst("calls", "walks", Walk::of);
    }

    private <T> List<T> oldestFirst(String report, String list, Function<JsonObject, T> item) {
        return reversed(control.get(report + "?limit=" + ALL + "&domainId=" + ControlApi.segment(domain))
                .list(list, item));
    }

    private static <T> List<T> reversed(List<T> newestFirst) {
        List<T> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        return List.copyOf(oldestFirst);
    }

    /** Returns the calls to this domain as a table for people. */
    public String callsAsTable() {
        return CallTable.of(calls(), walks(), this);
    }

    /**
     * Has a client take an exam: {@code retry}, {@code walk}, {@code tomorrow}, {@code errors} or {@code writes}. The client
     * gets one task after the other, also after it has failed one.
     */
    public Exam exam(String kind, Exam.Client client) {
        return Exam.take(control, endpoint(), kind, client);
    }

    /**
     * Sends clients of the AWS SDK for Java 2 that are built from now on and name no endpoint to the mock, until this is
     * closed: by the system property {@code aws.endpointUrlConnectCases}. Sets a region and credentials too, where
     * neither system properties nor environment variables have any.
     */
    public synchronized CasesAudit redirectSdk() {
        if (!redirectsSdk) {
            SdkRedirect.begin(endpoint());
            redirectsSdk = true;
        }
        return this;
    }

    /** Removes the domain. The mock goes on for others. */
    @Override
    public synchronized void close() {
        if (redirectsSdk) {
            SdkRedirect.end();
            redirectsSdk = false;
        }
        control.delete(path);
    }

    @Override
    public String toString() {
        return "domain " + domain + " of the Cases Audit mock at " + endpoint();
    }
}
