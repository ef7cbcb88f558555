package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.run.PreflightStep.State;
import dev.casesaudit.conformance.stub.RawServer;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets with one response to everything, or with none, are not judged. Checks would not pass on them either. */
@Execution(ExecutionMode.CONCURRENT)
class UniformTargetsTest {

    private static final Kit KIT = Kit.packaged();

    // The bytes are UTF-8, which is all that this requirement demands.
    private static final Set<String> UTF_8 = Set.of("response-body-utf8");

    // It is JSON with the right content type, and without repeated names.
    private static final Set<String> JSON = Set.of(
            "response-page-content-type", "response-body-json", "response-body-utf8", "response-object-names-unique");

    // The same as an object.
    private static final Set<String> OBJECT = Set.of(
            "response-page-content-type",
            "response-body-json",
            "response-body-utf8",
            "response-object-names-unique",
            "response-body-type");

    static Stream<Arguments> responses() {
        return Stream.of(
                response("500 without a body", Set.of(), () -> new StubReply(500, new byte[0])),
                response("a well-formed 500", Set.of(), UniformTargetsTest::serverFault),
                response("200 with {}", OBJECT, () -> json(200, "{}")),
                response("200 with []", JSON, () -> json(200, "[]")),
                response("404 as HTML", Set.of(), () -> html(404)),
                response("200 as HTML", UTF_8, () -> html(200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void aTargetWithOneResponseToEverythingIsNotJudged(String name, Set<String> passing, Supplier<StubReply> response) {
        try (StubServer stub = new StubServer(always(response))) {
            RunReport report = judged(stub.profile());

            assertThat(report.verdict()).isEqualTo(Verdict.NOT_JUDGED);
            assertThat(report.results()).isEmpty();
            assertThat(passed(stub.profile())).isSubsetOf(passing);
        }
    }

    @Test
    void whatHasNoEventsAtAllIsNotJudged() {
        RunReport report = judged(always(() -> json(200, "{\"auditEvents\":[]}")));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(report.because()).startsWith("data: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "220 mail.example ESMTP\r\n500 unrecognized command\r\n",
                "+OK POP3 ready\r\n",
                "-ERR unknown command 'POST'\r\n",
                "J\0\0\0\n8.0.36\0",
                "\u00ff\u00fd\u0018login: ",
                "\u0015\u0003\u0003\0\u0002\u0002F",
                "ICY 200 OK\r\n\r\n",
                "HTTP",
                "\r\n",
                "\0"
            })
    void whatDoesNotSpeakHttpIsNotJudged(String banner) {
        try (RawServer server = SocketServers.sending(banner)) {
            assertThatItIsNotReached(judged(server.endpoint()));
        }
    }

    @Test
    void aPortWithManyBytesOfAnotherProtocolIsNotJudged() {
        try (RawServer server =
                SocketServers.sending("SSH-2.0-OpenSSH_9.6\r\n\u0000\u0001\u0002\r\n\r\n".repeat(200))) {
            assertThatItIsNotReached(judged(server.endpoint()));
        }
    }

    @Test
    void whatClosesTheConnectionIsNotJudged() {
        try (RawServer server = SocketServers.sending("")) {
            assertThatItIsNotReached(judged(server.endpoint()));
        }
    }

    @Test
    void whatKeepsSilentIsNotJudged() {
        try (RawServer server = SocketServers.silent()) {
            assertThatItIsNotReached(judged(server.endpoint()));
        }
    }

    @Test
    void whatRefusesTheConnectionIsNotJudged() {
        RawServer gone = SocketServers.sending("");
        gone.close();

        assertThatItIsNotReached(judged(gone.endpoint()));
    }

    private static void assertThatItIsNotReached(RunReport report) {
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(report.results()).isEmpty();
        assertThat(report.preflight())
                .filteredOn(step -> step.state() == State.FAILED)
                .extracting(PreflightStep::name)
                .containsExactly("reachability");
    }

    // Without the preflight, which would stop the run.
    private static List<String> passed(TargetProfile profile) {
        try (Session session = KIT.open(profile, KnownFailures.NONE)) {
            return KIT.plan(Selection.ALL).stream()
                    .map(session::tried)
                    .filter(result -> result.status() == ResultStatus.PASSED)
                    .map(result -> result.requirement().id())
                    .toList();
        }
    }

    private static Service always(Supplier<StubReply> response) {
        return new Service() {
            @Override
            public StubReply serve(StubRequest request) {
                return response.get()
                        .header("x-amzn-requestid", UUID.randomUUID().toString());
            }
        };
    }

    private static Arguments response(String name, Set<String> passing, Supplier<StubReply> response) {
        return Arguments.of(name, passing, response);
    }

    private static StubReply serverFault() {
        return json(500, "{\"message\":\"Try again later\"}").header("x-amzn-errortype", "InternalServerException");
    }

    private static StubReply json(int status, String body) {
        return new StubReply(status, body.getBytes(StandardCharsets.UTF_8)).header("content-type", "application/json");
    }

    private static StubReply html(int status) {
        return json(status, "<html><body>Hello</body></html>").header("content-type", "text/html");
    }

    private static RunReport judged(Service service) {
        try (StubServer stub = new StubServer(service)) {
            return judged(stub.profile());
        }
    }

    private static RunReport judged(URI endpoint) {
        try (StubServer stub = new StubServer(new Service())) {
            return judged(stub.profile().at(endpoint));
        }
    }

    private static RunReport judged(TargetProfile profile) {
        Limits impatient = new Limits(0, 2000, Duration.ofMillis(500), Duration.ofMinutes(1));
        return KIT.judge(profile.within(impatient), Selection.ALL, Level.SHOULD, KnownFailures.NONE, Progress.NONE);
    }
}
