package dev.casesaudit.conformance.http;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.http.HttpRequest;
import org.apache.http.client.HttpClient;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.HttpContext;

/** Sends through REST Assured, which is kept from adding headers, guessing encodings and following redirects. */
final class RestAssuredLane implements Lane {

    // What HTTP needs and REST Assured's client works out itself.
    private static final Set<String> FRAMING = Set.of("host", "content-length", "transfer-encoding", "connection");

    private final URI endpoint;
    private final HttpClient client;
    private final RestAssuredConfig config;
    private List<Header> told = List.of();

    RestAssuredLane(URI endpoint, Duration timeout) {
        this.endpoint = endpoint;
        this.client = client((int) timeout.toMillis());
        // One client for the run, so that connections are kept.
        HttpClientConfig.HttpClientFactory one = () -> client;
        config = RestAssuredConfig.config()
                .httpClient(httpClientConfig().httpClientFactory(one).reuseHttpClientInstance())
                .redirect(redirectConfig().followRedirects(false))
                .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    // REST Assured 5 takes only clients of this kind.
    @SuppressWarnings("deprecation")
    private HttpClient client(int millis) {
        AbstractHttpClient made = new DefaultHttpClient(new PoolingClientConnectionManager());
        made.getParams().setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
        made.getParams().setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
        // A request that brought no answer is evidence, and not sent again behind our back.
        made.setHttpRequestRetryHandler((problem, count, context) -> false);
        made.addRequestInterceptor(this::headersAsTold);
        return made;
    }

    private void headersAsTold(HttpRequest request, HttpContext context) {
        for (org.apache.http.Header header : request.getAllHeaders()) {
            if (!FRAMING.contains(header.getName().toLowerCase(java.util.Locale.ROOT))) {
                request.removeHeader(header);
            }
        }
        told.forEach(header -> request.addHeader(header.name(), header.value()));
    }

    @Override
    public synchronized Reply.Answer send(Request request) throws IOException {
        told = request.headers();
        RequestSpecification specification =
                RestAssured.given().config(config).baseUri(origin()).urlEncodingEnabled(false);
        if (!request.body().isEmpty()) {
            specification
                    .contentType("application/octet-stream")
                    .body(request.body().bytes());
        }
        long start = System.nanoTime();
        Response response = specification.request(request.method(), endpoint.getRawPath() + request.target());
        byte[] body = response.asByteArray();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<Header> headers = response.headers().asList().stream()
                .map(header -> new Header(header.getName(), header.getValue()))
                .toList();
        return new Reply.Answer(response.statusCode(), headers, Content.of(body == null ? new byte[0] : body), took);
    }

    private String origin() {
        return "%s://%s".formatted(endpoint.getScheme(), endpoint.getRawAuthority());
    }
}
