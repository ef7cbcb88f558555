package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.assertError;
import static dev.casesaudit.journey.OperationRequests.EMPTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import dev.casesaudit.journey.TlsKeys;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Connections of the TLS port before they carry HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsIT {

    private static final Duration READ = Duration.ofMillis(800);
    private static final Duration IDLE = Duration.ofSeconds(3);

    // The mock looks at its clock at the limit's end or later, and never before.
    private static final long TOLERANCE_MILLIS = 20;

    @AutoClose
    private final PackagedMock mock = PackagedMock.start(Stream.concat(
                    TlsKeys.registered().stream(),
                    Stream.of(
                            "-Dcases.limits.read=800ms",
                            "-Dcases.limits.idle=3s",
                            "-Dcases.limits.connections=3",
                            // Would be another protocol, of which the mock knows nothing.
                            "-Dquarkus.http.http2=true"))
            .toArray(String[]::new));

    private final URI endpoint = mock.secureEndpoint();

    @Test
    void endsAConnectionOnWhichNoHandshakeBegins() throws IOException {
        assertEndsAfter(IDLE, "");
    }

    @Test
    void endsAConnectionWhoseHandshakeDoesNotArrive() throws IOException {
        // The first bytes of a client's first message.
        assertEndsAfter(READ, "\u0016\u0003\u0001\u0002\u0000\u0001\u0000");
    }

    private void assertEndsAfter(Duration limit, String sent) throws IOException {
        long start = System.nanoTime();
        try (RawConnection connection = RawConnection.withoutTls(endpoint)) {
            // An alert may say why.
            connection.send(sent).readToEnd();
        }
        assertThat((System.nanoTime() - start) / 1_000_000)
                .isBetween(limit.toMillis() - TOLERANCE_MILLIS, 3 * limit.toMillis() + 10_000);
    }

    @Test
    void setsNoReadLimitAfterTheHandshake() throws IOException, InterruptedException {
        try (RawConnection http = new RawConnection(endpoint)) {
            // This time must pass without an effect.
            Thread.sleep(READ.multipliedBy(2).toMillis());

            assertThat(http.send(RawConnection.post(EMPTY, "{}")).read().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void givesARequestWithoutTlsNoAnswerWithoutTls() throws IOException {
        assertNoPlainAnswer();
    }

    @Test
    void countsTheConnectionsOfBothPortsAndRefusesMoreOverTls() throws IOException {
        List<RawConnection> all = new ArrayList<>();
        for (URI one : List.of(endpoint, mock.endpoint(), endpoint)) {
            all.add(new RawConnection(one));
            // The mock counts a connection for sure once it has responded.
            assertThat(all.get(all.size() - 1)
                            .send(RawConnection.post(EMPTY, "{}"))
                            .read()
                            .status())
                    .isEqualTo(200);
        }

        for (URI one : List.of(endpoint, mock.endpoint())) {
            try (RawConnection http = new RawConnection(one)) {
                assertError(
                        http.send(RawConnection.post(EMPTY, "{}")).read(),
                        503,
                        "ServiceUnavailableException",
                        "This mock serves at most 3 connections at once (cases.limits.connections)");
                assertThat(http.isClosed()).isTrue();
            }
        }
        assertNoPlainAnswer();
        for (RawConnection one : all) {
            one.close();
        }
    }

    private void assertNoPlainAnswer() throws IOException {
        try (RawConnection connection = RawConnection.withoutTls(endpoint)) {
            assertThat(connection.send(RawConnection.post(EMPTY, "{}")).readToEnd())
                    .doesNotContain("HTTP");
        } catch (SocketException reset) {
            // A reset is no response either.
        }
    }

    @Test
    void choosesHttp1FromTheOfferedProtocols() throws IOException {
        assertThat(protocol("h2", "http/1.1")).hasValue("http/1.1");
    }

    @Test
    void refusesAClientThatOffersOnlyAnotherProtocol() {
        assertThatThrownBy(() -> protocol("h2"))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("no_application_protocol");
    }

    private Optional<String> protocol(String... offered) throws IOException {
        try (SSLSocket socket = TlsKeys.connect(endpoint)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(offered);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return Optional.of(socket.getApplicationProtocol());
        }
    }

    @Test
    void resetsAConnectionWithoutCloseNotifyForAResetFault() throws IOException {
        try (RawConnection http = new RawConnection(endpoint)) {
            http.send(RawConnection.head("POST", EMPTY, "x-mock-fault: reset"));

            assertThatThrownBy(http::read).isInstanceOf(SocketException.class).hasMessage("Connection reset");
        }
    }
}
