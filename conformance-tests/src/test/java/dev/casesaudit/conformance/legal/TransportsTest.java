package dev.casesaudit.conformance.legal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.Reply.Response;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.CaseRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** REST Assured and sockets read legal responses equally. */
class TransportsTest {

    // Headers that differ in each response, and those of connections.
    private static final Set<String> OTHERWISE = Set.of("date", "x-amzn-requestid", "connection");

    static Stream<Oddity> oddities() {
        return Oddities.all();
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void bothTransportsReadTheSame(Oddity oddity) throws ProbeFailure {
        try (StubServer stub = new StubServer(oddity.service().get());
                Probe probe = Probes.REST_ASSURED.to(
                        stub.endpoint(), Signer.NONE, stub.profile().limits())) {
            for (Request request : requests(stub)) {
                Response byRestAssured = probe.send(request).response();
                Response bySocket = probe.send(request.throughSocket()).response();
                Response again = probe.send(request).response();

                assertThat(bySocket.status()).isEqualTo(byRestAssured.status());
                // Some servers never send the same response twice.
                if (again.body().equals(byRestAssured.body())) {
                    assertThat(headers(bySocket)).isEqualTo(headers(byRestAssured));
                    assertThat(bySocket.body().text())
                            .isEqualTo(byRestAssured.body().text());
                }
            }
        }
    }

    private static List<Request> requests(StubServer stub) {
        List<Request> requests = new ArrayList<>();
        for (CaseRef one : stub.profile().cases().values()) {
            requests.add(Request.auditHistory(one.domainId(), one.caseId())
                    .json("{\"maxResults\":2}")
                    .notRetried());
        }
        Request history = requests.get(0);
        requests.add(history.method("GET"));
        requests.add(history.method("HEAD"));
        requests.add(Request.auditHistory("stub-domain", "no-such-case"));
        requests.add(Request.auditHistory("stub-domain", "every-shape"));
        requests.add(Request.auditHistory("stub-domain", "every-shape").json("{]"));
        requests.add(Request.auditHistory("stub-domain", "long").header("accept-encoding", "gzip"));
        return requests;
    }

    private static List<String> headers(Response response) {
        return response.headers().stream()
                .filter(header -> !OTHERWISE.contains(header.name().toLowerCase(Locale.ROOT)))
                .map(Header::toString)
                .toList();
    }
}
