package dev.casesaudit.conformance.http;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.NoHttpResponseException;
import org.apache.http.client.HttpClient;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpProcessor;
import org.apache.http.protocol.HttpRequestExecutor;

/** Sends through REST Assured, which is kept from adding headers, guessing encodings and following redirects. */
final class RestAssuredLane implements Lane {

    // What HTTP needs and REST Assured's client works out itself.
    private static final Set<String> FRAMING = Set.of("host", "content-length", "transfer-encoding", "connection");

    private final URI endpoint;
    private final HttpClient client;
    private final RestAssuredConfig config;
    private List<Header> told = List.of();
    private int status;

    RestAssuredLane(URI endpoint, Duration timeout) {
        this.endpoint = endpoint;
        this.client = client((int) timeout.toMillis());
        // One client for the run, so that connections are kept.
        HttpClientConfig.HttpClientFactory one = () -> client;
        config = RestAssuredConfig.config()
                .httpClient(httpClientConfig().httpClientFactory(one).reuseHttpClientInstance())
                .decoderConfig(decoderConfig().noContentDecoders())
                .redirect(redirectConfig().followRedirects(false))
                .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    // REST Assured 5 takes only clients of this kind.
    @SuppressWarnings("deprecation")
    private HttpClient client(int millis) {
        AbstractHttpClient made = new DefaultHttpClient(new PoolingClientConnectionManager()) {
            @Override
            protected HttpRequestExecutor createRequestExecutor() {
                return new AsTold();
            }
        };
        made.getParams().setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
        made.getParams().setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
        // A request that brought no answer is evidence, and not sent again behind our back.
        made.setHttpRequestRetryHandler((problem, count, context) -> false);
        return made;
    }

    /** Has the last word on a request, and the whole of an answer, after all that REST Assured hangs into its client. */
    private final class AsTold extends HttpRequestExecutor {

        @Override
        public void preProcess(HttpRequest request, HttpProcessor processor, HttpContext context)
                throws HttpException, IOException {
            super.preProcess(request, processor, context);
            for (org.apache.http.Header header : request.getAllHeaders()) {
                if (!FRAMING.contains(header.getName().toLowerCase(Locale.ROOT))) {
                    request.removeHeader(header);
                }
            }
            told.forEach(header -> request.addHeader(header.name(), header.value()));
        }

        @Override
        public void postProcess(HttpResponse response, HttpProcessor processor, HttpContext context)
                throws HttpException, IOException {
            super.postProcess(response, processor, context);
            // Read to the end here, the connection goes back to its pool even where nobody looks at the body.
            if (response.getEntity() != null) {
                response.setEntity(new BufferedHttpEntity(response.getEntity()));
            }
            // REST Assured finds what handles a failure by a word in the lower case of the default locale. Where that
            // is
            // Turkish, it finds nothing and throws the answer away; so it is told that all went well.
            status = response.getStatusLine().getStatusCode();
            response.setStatusCode(HttpStatus.SC_OK);
        }
    }

    @Override
    public synchronized Reply.Answer send(Request request) throws IOException {
        try {
            return sent(request);
        } catch (NoHttpResponseException | SocketException e) {
            // A server may close a kept connection at any time, also while a request is on its way. On a new one it may
            // not.
            forgetConnections();
            return sent(request);
        }
    }

    // Its replacement came with clients of the kind that REST Assured does not take.
    @SuppressWarnings("deprecation")
    private void forgetConnections() {
        client.getConnectionManager().closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    private Reply.Answer sent(Request request) throws IOException {
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
        byte[] content = ContentEncoding.undone(headers, body == null ? new byte[0] : body);
        return new Reply.Answer(status, headers, Content.of(content), took);
    }

    private String origin() {
        return "%s://%s".formatted(endpoint.getScheme(), endpoint.getRawAuthority());
    }
}
