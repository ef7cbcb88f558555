package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.stub.RawServer;
import dev.casesaudit.conformance.stub.SelfSignedServer;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class PreflightTest {

    private static final Kit KIT = Kit.packaged();

    // One requirement is enough, since these tests are about the preflight.
    private static final Selection ONE = new Selection(Set.of("request-max-results-above-maximum"), Set.of());

    // The path of the first case of the preflight.
    private static final String LONG = "/domains/stub-domain/cases/long/audit-history";

    @Test
    void letsAServerThroughThatCanBeJudged() {
        RunReport report = judged(new Service(), profile -> profile);

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.preflight())
                .extracting(PreflightStep::name)
                .containsExactly(
                        "credentials",
                        "reachability",
                        "tls",
                        "clock",
                        "authorization",
                        "operation",
                        "domain",
                        "case",
                        "data");
    }

    @Test
    void reportsAClosedPort() {
        RunReport report = judged(new Service(), profile -> profile.at(URI.create("http://localhost:1")));

        assertNotJudged(report, "reachability", "http://localhost:1 sends no response");
        assertThat(report.results()).isEmpty();
    }

    @Test
    void saysThatTheCertificateIsNotTrusted(@TempDir Path folder) throws Exception {
        try (SelfSignedServer server = new SelfSignedServer(folder)) {
            RunReport report = judged(new Service(), profile -> profile.at(server.endpoint()));

            assertNotJudged(report, "tls", "certification path");
        }
    }

    @Test
    void saysThatACaseOfTheProfileIsNotThere() {
        RunReport report = judged(
                new Service(),
                profile -> profile.with(Map.of(Role.SOME_EVENTS, new CaseRef("stub-domain", "no-such-case"))));

        assertNotJudged(report, "case", "the profile names case 'no-such-case' of domain 'stub-domain'");
    }

    @Test
    void saysThatTheDomainOfTheProfileIsNotThere() {
        RunReport report = judged(
                new Service(),
                profile -> profile.with(Map.of(Role.SOME_EVENTS, new CaseRef("elsewhere", "two-pages"))));

        assertNotJudged(report, "domain", "elsewhere");
    }

    @Test
    void saysThatThereIsNotEnoughData() {
        RunReport report = judged(
                new Service(),
                profile -> profile.with(Map.of(Role.ONE_EVENT, new CaseRef("stub-domain", "one-event"))));

        assertNotJudged(report, "data", "the longest case of the profile has 1 event; one of 3 or more is needed");
    }

    @Test
    void reportsAProfileWithoutAReadableCase() {
        RunReport report = judged(new Service(), profile -> profile.with(Map.of()));

        assertNotJudged(report, "case", "names no readable case");
    }

    @Test
    void saysThatCredentialsAreRefused() {
        RunReport report = judged(refusing("MissingAuthenticationTokenException"), profile -> profile);

        assertNotJudged(
                report,
                "authorization",
                "refused with 403 MissingAuthenticationTokenException 'no'; the profile signs no requests");
    }

    static Stream<Responding> responsesThatAreNoPage() {
        return Stream.of(
                // Redirects, which AWS SDKs do not follow.
                response(301, "", "operation", "301 with Location", "set --endpoint https://other.example/v1")
                        .header("location", "https://other.example/v1" + LONG),
                response(307, "", "operation", "307 with Location '/v2/", "set --endpoint http://localhost:")
                        .header("location", "/v2" + LONG),
                response(302, "", "operation", "302 with Location '/login'", "an endpoint that does not redirect")
                        .header("location", "/login"),
                response(308, "", "operation", "308 without a body; a redirect without Location"),
                // Logins, firewalls and proxies.
                response(401, "", "authorization", "401 without a body (www-authenticate: Basic)", "requires a login")
                        .header("www-authenticate", "Basic"),
                response(407, "", "authorization", "407 without a body (proxy-authenticate: Basic)", "a proxy requires")
                        .header("proxy-authenticate", "Basic"),
                response(403, "", "authorization", "403 without a body", "such as a firewall"),
                response(403, "{\"message\":\"Missing Authentication Token\"}", "authorization", "check the path"),
                // A wrong path, host or port.
                response(404, "", "operation", "404 without a body; there is no operation at POST /domains/"),
                response(
                        404,
                        "{\"message\":\"Not Found\"}",
                        "operation",
                        "404 'Not Found'; there is no operation at POST"),
                response(
                        404,
                        "<html><title>404</title></html>",
                        "operation",
                        "404 with an HTML page '404'; there is no operation"),
                response(405, "{}", "operation", "405 with {}; there is no operation at POST"),
                response(200, "<!doctype html><p>Hello", "operation", "200 with HTML or XML", "another service"),
                response(200, "", "operation", "200 without a body", "another service"),
                response(204, "", "operation", "204 without a body", "another service"),
                response(200, "{}", "operation", "200 with {}, and the same for a path that no operation has"),
                response(200, "[]", "operation", "200 with '[]'", "another service"),
                response(
                        200, "{\"took\":3,\"hits\":[]}", "operation", "a JSON object of took, hits", "another service"),
                // Gateways, and targets that are down.
                response(502, "", "reachability", "502 without a body; the target is not available"),
                response(503, "", "reachability", "503 without a body; the target is not available"),
                response(504, "", "reachability", "504 without a body; the target is not available"),
                response(
                        500,
                        "{\"message\":\"boom\"}",
                        "operation",
                        "500 'boom' for case",
                        "a path that no operation has"),
                response(
                                426,
                                "{}",
                                "reachability",
                                "426 with {} (upgrade: h2c); the endpoint requires another protocol")
                        .header("upgrade", "h2c"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responsesThatAreNoPage")
    void judgesNoTargetWithoutAPage(Responding response) {
        assertNotJudged(judged(response, profile -> profile), response.step, response.details);
    }

    @Test
    void reportsAnUnknownCaseIfOtherPathsDiffer() {
        Service bare = new Service() {
            @Override
            protected void requireThere(CaseRef one) {
                throw new StubError(404, "", "no such case");
            }
        };

        assertNotJudged(judged(bare, profile -> profile), "case", "case 'long' of domain 'stub-domain', which");
    }

    @Test
    void saysThatOneCaseIsRefusedWhereOthersAreServed() {
        Service strict = new Service() {
            @Override
            protected void requireThere(CaseRef one) {
                if (one.caseId().equals("one-event")) {
                    throw new StubError(403, "AccessDeniedException", "not yours");
                }
                super.requireThere(one);
            }
        };

        assertNotJudged(judged(strict, profile -> profile), "authorization", "403 AccessDeniedException 'not yours'");
    }

    @Test
    void saysThatThePortSpeaksTls(@TempDir Path folder) throws Exception {
        try (SelfSignedServer server = new SelfSignedServer(folder)) {
            String plain = server.endpoint().toString().replace("https:", "http:");

            assertNotJudged(
                    judged(new Service(), profile -> profile.at(URI.create(plain))),
                    "reachability",
                    "speaks TLS; set --endpoint " + server.endpoint());
        }
    }

    @Test
    void saysThatThePortSpeaksPlainHttp() {
        RunReport report = judged(
                new Service(),
                profile -> profile.at(URI.create(profile.endpoint().toString().replace("http:", "https:"))));

        assertNotJudged(report, "tls", "speaks plain HTTP; set --endpoint http://localhost:");
    }

    @Test
    void saysThatThePortSpeaksHttp2Only() {
        String settings = "\0\0\0\u0004\0\0\0\0\0";
        try (RawServer server = SocketServers.sending(settings)) {
            assertNotJudged(
                    judged(new Service(), profile -> profile.at(server.endpoint())), "reachability", "HTTP/2 only");
        }
    }

    @Test
    void namesTheProtocolOfAPortWithoutHttp() {
        try (RawServer server = SocketServers.sending("SSH-2.0-OpenSSH_9.6\r\n")) {
            assertNotJudged(
                    judged(new Service(), profile -> profile.at(server.endpoint())),
                    "reachability",
                    "does not speak HTTP: its response begins with 'SSH-2.0-OpenSSH_9.6'");
        }
    }

    @Test
    void leavesPagesThatAreCutShortToTheChecks() {
        String cut = "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"auditEvents\":[{\"eventId\":\"a\"";
        try (RawServer server = SocketServers.sending(cut)) {
            assertJudged(judged(new Service(), profile -> profile.at(server.endpoint())));
        }
    }

    @Test
    void leavesATargetThatInsistsOnABodyToTheChecks() {
        Service strict = new Service() {
            @Override
            protected StubInput input(StubRequest request) {
                if (request.body().isEmpty()) {
                    throw new StubError(400, "", "Required request body is missing");
                }
                return super.input(request);
            }
        };

        assertJudged(judged(strict, profile -> profile));
    }

    @Test
    void leavesCasesThatAreServedAndBrokenToTheChecks() {
        Service broken = new Service() {
            @Override
            protected ObjectNode page(ObjectNode page) {
                if (page.path("auditEvents").size() == 25) {
                    throw new StubError(500, "InternalServerException", "boom");
                }
                return page;
            }
        };

        RunReport report = judged(broken, profile -> profile);

        assertJudged(report);
        assertThat(report.preflight())
                .filteredOn(step -> step.name().equals("case"))
                .extracting(PreflightStep::detail)
                .containsExactly("4 of 8 readable cases are served; the checks judge the other responses");
    }

    @Test
    void leavesPagesThatBreakTheContractToTheChecks() {
        Service empty = new Service() {
            @Override
            protected ObjectNode page(ObjectNode page) {
                page.remove("auditEvents");
                return page;
            }
        };

        assertJudged(judged(empty, profile -> profile));
    }

    private static Service refusing(String name) {
        return new Service() {
            @Override
            protected void validate(StubInput input) {
                throw new StubError(403, name, "no");
            }
        };
    }

    private static void assertJudged(RunReport report) {
        assertThat(report.preflight()).noneMatch(step -> step.state() == PreflightStep.State.FAILED);
        assertThat(report.results()).isNotEmpty();
    }

    private static void assertNotJudged(RunReport report, String step, String... details) {
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(report.because()).startsWith(step + ": ").contains(details);
        assertThat(report.preflight())
                .filteredOn(one -> one.state() == PreflightStep.State.FAILED)
                .singleElement()
                .extracting(PreflightStep::name)
                .isEqualTo(step);
    }

    private static RunReport judged(Service service, UnaryOperator<TargetProfile> change) {
        try (StubServer stub = new StubServer(service)) {
            return KIT.judge(change.apply(stub.profile()), ONE, Level.MUST, KnownFailures.NONE, Progress.NONE);
        }
    }

    private static Responding response(int status, String body, String step, String... details) {
        return new Responding(status, body, step, details);
    }

    /** Sends the same response to all requests. */
    private static final class Responding extends Service {

        private final StubReply reply;
        private final String step;
        private final String[] details;

        Responding(int status, String body, String step, String... details) {
            this.reply = new StubReply(status, body.getBytes(StandardCharsets.UTF_8));
            this.step = step;
            this.details = details;
        }

        Responding header(String name, String value) {
            reply.header(name, value);
            return this;
        }

        @Override
        public StubReply serve(StubRequest request) {
            return reply;
        }

        @Override
        public String toString() {
            return "%s %s".formatted(reply.status(), reply.text());
        }
    }
}
