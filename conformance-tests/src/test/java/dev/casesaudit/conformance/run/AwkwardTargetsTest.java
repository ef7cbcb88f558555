package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.http.Limits;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.stub.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets with difficult responses that the kit still judges correctly. */
@Execution(ExecutionMode.CONCURRENT)
class AwkwardTargetsTest {

    private static final Selection REQUESTS = new Selection(Set.of(), Set.of(Area.REQUEST));
    private static final Selection ERRORS = new Selection(Set.of(), Set.of(Area.ERROR));

    @Test
    void aTargetThatHangsOnMalformedJsonFailsThatRequirementAlone() {
        assertThat(failed(judged(hangingOn("{'"), Duration.ofMillis(700))))
                .containsExactly("request-body-single-quotes");
    }

    @Test
    void aHangIsNotHeldAgainstTheRequestAfterIt() {
        assertThat(failed(judged(hangingOn("{]"), Duration.ofMillis(700), ERRORS)))
                .isEmpty();
    }

    @Test
    void aLimitOfItsRateIsKeptToAndNotHeldAgainstTheTarget() {
        long[] next = new long[1];
        Service limited = new Service() {
            @Override
            public synchronized StubReply serve(StubRequest request) {
                if (System.nanoTime() < next[0]) {
                    return new StubReply(503, new byte[0]);
                }
                next[0] = System.nanoTime() + Duration.ofMillis(20).toNanos();
                return super.serve(request);
            }
        };

        assertThat(failed(judged(limited, Duration.ofSeconds(5)))).isEmpty();
    }

    @Test
    void aCutOffResponseIsAFindingAndNotAMissingTarget() {
        RunReport report = judged(cuttingResponsesTo(""), Duration.ofSeconds(5));

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(report.results().get(0).findings().toString())
                .contains("a whole response", "is broken: the connection was closed after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"maxResults\":1", "\"nextToken\"", "/00000000-0000-4000-8000-", "text/html", "HEAD /"})
    void noCheckFailsOnCutOffResponses(String request) {
        RunReport report = judged(cuttingResponsesTo(request), Duration.ofSeconds(5), Selection.ALL);

        assertThat(report.results()).extracting(Result::status).doesNotContain(ResultStatus.KIT_ERROR);
    }

    private static Service cuttingResponsesTo(String part) {
        return new Service() {
            @Override
            public Optional<Wire.Change> wire() {
                return Optional.of(new Wire.Change() {
                    @Override
                    public String response(String request, String response) {
                        return request.contains(part) ? response.substring(0, response.length() - 3) : response;
                    }
                });
            }
        };
    }

    private static Service hangingOn(String begin) {
        return new Service() {
            @Override
            public StubReply serve(StubRequest request) {
                if (request.body().startsWith(begin)) {
                    hang();
                }
                return super.serve(request);
            }
        };
    }

    // Sleeps until the stub is closed.
    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> failed(RunReport report) {
        return report.results().stream()
                .filter(result -> result.status() != ResultStatus.PASSED)
                .filter(result -> result.status() != ResultStatus.NOT_APPLICABLE)
                .map(result -> result.requirement().id())
                .toList();
    }

    private static RunReport judged(Service service, Duration timeout) {
        return judged(service, timeout, REQUESTS);
    }

    private static RunReport judged(Service service, Duration timeout, Selection selection) {
        try (StubServer stub = new StubServer(service)) {
            Limits limits = new Limits(0, 3000, timeout, Duration.ofMinutes(1));
            return Kit.packaged()
                    .through(Probes.SOCKETS)
                    .judge(stub.profile().within(limits), selection, Level.SHOULD, KnownFailures.NONE, Progress.NONE);
        }
    }
}
