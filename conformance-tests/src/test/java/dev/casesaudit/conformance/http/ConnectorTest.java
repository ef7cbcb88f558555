package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.stub.RawServer;
import dev.casesaudit.conformance.stub.SelfSignedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both transports use the same proxy and trust the same certificates. */
class ConnectorTest {

    private static final Limits LIMITS = new Limits(0, 20, Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final URI HTTP = URI.create("http://my_mock:8080/base");

    // ---- which proxy

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "http://h, HTTP_PROXY=http://p:1, http://p:1 (HTTP_PROXY)",
                "http://h, http_proxy=p:1, http://p:1 (http_proxy)",
                "http://h, http_proxy=p:1|HTTP_PROXY=q:1, http://p:1 (http_proxy)",
                "http://h, https_proxy=p:1, ",
                "https://h, HTTPS_PROXY=http://p, http://p:80 (HTTPS_PROXY)",
                "https://h, HTTP_PROXY=http://p, ",
                "https://h, ALL_PROXY=socks5://p, socks://p:1080 (ALL_PROXY)",
                "http://h, all_proxy=socks5h://p:9|NO_PROXY=other, socks://p:9 (all_proxy)",
                "http://h, HTTP_PROXY=https://p, https://p:443 (HTTP_PROXY)",
                "http://h, HTTP_PROXY=, ",
                "http://localhost:9, HTTP_PROXY=http://p:1, http://p:1 (HTTP_PROXY)",
                "http://h, HTTP_PROXY=http://user:pass@p:1, http://p:1 (HTTP_PROXY)",
                "http://my_mock:8080, HTTP_PROXY=http://my_proxy:1, http://my_proxy:1 (HTTP_PROXY)",
            })
    void theEnvironmentNamesTheProxyAsForCurl(String endpoint, String variables, String proxy) throws Exception {
        assertThat(Connector.to(URI.create(endpoint), environment(variables))
                        .proxy()
                        .orElse(null))
                .isEqualTo(proxy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a.example.com",
                "example.com",
                ".example.com",
                "*.example.com",
                "x, EXAMPLE.com",
                "x example.com",
                "a.example.com:8080"
            })
    void noProxyExcludesDomainsAndTheirSubdomains(String hosts) throws Exception {
        assertThat(Connector.to(URI.create("http://a.example.com:8080"), Map.of("HTTP_PROXY", "p:1", "NO_PROXY", hosts))
                        .proxy())
                .isEmpty();
        assertThat(Connector.to(
                                URI.create("http://notexample.com"),
                                Map.of("HTTP_PROXY", "p:1", "no_proxy", "example.com"))
                        .proxy())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1, 127.0.0.0/8",
        "http://10.1.2.3, 10.1.2.3",
        "http://[::1]:9, ::1",
        "http://[::1], [::1]"
    })
    void noProxyExcludesAddressesAndNetworks(String endpoint, String hosts) throws Exception {
        assertThat(Connector.to(URI.create(endpoint), Map.of("HTTP_PROXY", "p:1", "NO_PROXY", hosts))
                        .proxy())
                .isEmpty();
        assertThat(Connector.to(URI.create("http://11.1.1.1"), Map.of("HTTP_PROXY", "p:1", "NO_PROXY", hosts))
                        .proxy())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://p:1", "http://", "http://p:port", "socks5://user:hunter2@p:1", "://hunter2@p"})
    void aMalformedProxyIsReportedByItsVariableWithoutItsValue(String value) {
        assertThatThrownBy(() -> Connector.to(HTTP, Map.of("HTTP_PROXY", value)))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("HTTP_PROXY")
                .hasMessageNotContaining("hunter2");
    }

    // ---- by the proxy

    @Test
    void bothTransportsSendPlainRequestsToTheProxyWithTheWholeUrl() throws Exception {
        try (RecordingServer proxy = new RecordingServer(RecordingServer.OK)) {
            askBoth(
                    HTTP,
                    Map.of(
                            "http_proxy",
                            "http://us%40er:pass@" + proxy.endpoint().getAuthority()));

            assertThat(proxy.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request)
                            .startsWith("POST http://my_mock:8080/base/domains/d/cases/c/audit-history HTTP/1.1\r\n")
                            .containsIgnoringCase("host: my_mock:8080\r\n")
                            .containsIgnoringCase("proxy-authorization: Basic dXNAZXI6cGFzcw==\r\n"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 407 Proxy Authentication Required\r\n",
                "HTTP/1.1 502 Bad Gateway\r\n",
                "HTTP/1.1 504 Gateway Timeout\r\n",
                "HTTP/1.1 503 Service Unavailable\r\nx-squid-error: ERR_CONNECT_FAIL 111\r\n"
            })
    void aResponseOfTheProxyIsNotOneOfTheTarget(String head) {
        for (String url : List.of("http://my_mock:8080", "https://my-mock")) {
            try (RecordingServer proxy = new RecordingServer(head + "content-length: 0\r\n\r\n")) {
                String address = proxy.endpoint().getAuthority();
                for (Request request : both()) {
                    assertThatThrownBy(() -> ask(URI.create(url), Map.of("ALL_PROXY", address), request))
                            .isInstanceOf(ProbeFailure.NoResponse.class)
                            .hasMessageContaining("the proxy http://%s (ALL_PROXY)".formatted(address));
                }
            }
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() {
        for (Request request : both()) {
            assertThatThrownBy(() -> ask(HTTP, Map.of("HTTP_PROXY", "127.0.0.1:1"), request))
                    .isInstanceOf(ProbeFailure.NoResponse.class)
                    .hasMessageContaining("the proxy http://127.0.0.1:1 (HTTP_PROXY)");
        }
    }

    // ---- TLS

    @Test
    void bothTransportsTrustABundleDirectlyAndThroughATunnel(@TempDir Path folder) throws Exception {
        try (SelfSignedServer server = new SelfSignedServer(folder);
                Tunnel tunnel = new Tunnel(server.endpoint().getPort())) {
            String bundle = Files.writeString(folder.resolve("ca.pem"), "# ours\n" + server.certificate())
                    .toString();
            for (String variable : List.of("AWS_CA_BUNDLE", "SSL_CERT_FILE")) {
                askBoth(server.endpoint(), Map.of(variable, bundle));
            }
            askBoth(server.endpoint(), Map.of("AWS_CA_BUNDLE", bundle, "HTTPS_PROXY", "127.0.0.1:" + tunnel.port()));
            assertThat(tunnel.connects).hasValue(2);

            for (Request request : both()) {
                assertThatThrownBy(() -> ask(server.endpoint(), Map.of(), request))
                        .isInstanceOfSatisfying(
                                ProbeFailure.NoResponse.class,
                                failure -> assertThat(failure.kind()).isEqualTo(ProbeFailure.Kind.TLS))
                        .hasMessageContaining("AWS_CA_BUNDLE")
                        .hasMessageNotContaining("Exception");
            }
        }
    }

    @Test
    void bothTransportsTrustTheBundlesOfBothVariables(@TempDir Path folder, @TempDir Path otherFolder)
            throws Exception {
        try (SelfSignedServer server = new SelfSignedServer(folder);
                SelfSignedServer other = new SelfSignedServer(otherFolder)) {
            Path bundle = Files.writeString(folder.resolve("ca.pem"), server.certificate());
            Path otherBundle = Files.writeString(otherFolder.resolve("ca.pem"), other.certificate());
            Map<String, String> environment =
                    Map.of("AWS_CA_BUNDLE", bundle.toString(), "SSL_CERT_FILE", otherBundle.toString());
            askBoth(server.endpoint(), environment);
            askBoth(other.endpoint(), environment);
        }
    }

    @Test
    void aBundleThatCannotBeReadIsReportedByItsVariable(@TempDir Path folder) throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing\n");
        for (String file : List.of("/no/such/file", folder.toString(), broken.toString(), none.toString())) {
            for (String variable : List.of("AWS_CA_BUNDLE", "SSL_CERT_FILE")) {
                assertThatThrownBy(() -> Connector.to(URI.create("https://h"), Map.of(variable, file)))
                        .isInstanceOf(UnusableInput.class)
                        .hasMessageContaining(variable)
                        .hasMessageContaining(file);
            }
        }
    }

    private static Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split("\\|", -1)) {
            environment.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        return environment;
    }

    private static List<Request> both() {
        Request request = Request.auditHistory("d", "c");
        return List.of(request, request.throughSocket());
    }

    private static void askBoth(URI endpoint, Map<String, String> environment) throws Exception {
        for (Request request : both()) {
            assertThat(ask(endpoint, environment, request).body().text()).isEqualTo("{}");
        }
    }

    private static Reply.Response ask(URI endpoint, Map<String, String> environment, Request request) throws Exception {
        Connector connector = Connector.to(endpoint, environment);
        try (Probe probe = Probes.restAssured(connector).to(endpoint, Signer.NONE, LIMITS)) {
            return probe.send(request).response();
        }
    }

    /** A proxy with a tunnel to one port of this machine. */
    private static final class Tunnel implements AutoCloseable {

        private final RawServer proxy = new RawServer(this::serve);
        private final int to;
        private final AtomicInteger connects = new AtomicInteger();

        Tunnel(int to) {
            this.to = to;
        }

        int port() {
            return proxy.port();
        }

        private void serve(Socket client) throws IOException {
            if (new RequestHead(client).read().startsWith("CONNECT localhost:" + to)) {
                connects.incrementAndGet();
            }
            Socket target = new Socket(InetAddress.getLoopbackAddress(), to);
            client.getOutputStream()
                    .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            Daemons.named("back").newThread(() -> copy(target, client)).start();
            copy(client, target);
        }

        private static void copy(Socket from, Socket into) {
            try (from;
                    into) {
                from.getInputStream().transferTo(into.getOutputStream());
            } catch (IOException e) {
                // One side closed its connection.
            }
        }

        @Override
        public void close() {
            proxy.close();
        }
    }

    private record RequestHead(Socket client) {
        String read() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) client.getInputStream().read());
            }
            return head.toString();
        }
    }
}
