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
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.client.HttpClient;
import org.apache.http.conn.routing.HttpRoutePlanner;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.RequestWrapper;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpProcessor;
import org.apache.http.protocol.HttpRequestExecutor;

/** Sends requests with REST Assured, without additional headers, guessed encodings, proxies and redirects. */
final class RestAssuredTransport implements Transport {

    // Headers that the HTTP client of REST Assured sets.
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding", "connection");

    // The connector opens connections. Java's URLs do not support all hosts that it reaches.
    private static final String ANY_HOST = "http://target";

    private final Connector connector;
    private final Deadline deadline = new Deadline();
    private final HttpClient client;
    private final RestAssuredConfig config;
    private final ExecutorService senders = Executors.newCachedThreadPool(Daemons.named("request sender"));
    private final ResponseLimits limits;
    private Request asked = Request.to("GET", "/");
    private ResponseReader reader;
    private boolean kept;

    RestAssuredTransport(Connector connector, ResponseLimits limits) {
        this.connector = connector;
        this.limits = limits;
        this.reader = new ResponseReader(InputStream.nullInputStream(), limits);
        this.client = client();
        // One client for the run, which keeps connections.
        HttpClientConfig.HttpClientFactory one = () -> client;
        config = RestAssuredConfig.config()
                .httpClient(httpClientConfig().httpClientFactory(one).reuseHttpClientInstance())
                .decoderConfig(decoderConfig().noContentDecoders())
                .redirect(redirectConfig().followRedirects(false))
                .encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    // REST Assured 5 requires this deprecated kind of client.
    @SuppressWarnings("deprecation")
    private HttpClient client() {
        AbstractHttpClient made =
                new DefaultHttpClient(new Connections(() -> connector.connect(deadline), this::head)) {
                    @Override
                    protected HttpRequestExecutor createRequestExecutor() {
                        return new AsTold();
                    }

                    @Override
                    public synchronized void setRoutePlanner(HttpRoutePlanner planner) {
                        // The planner of REST Assured would look for a proxy.
                    }
                };
        // A missing response is evidence, so the client must not retry.
        made.setHttpRequestRetryHandler((problem, count, context) -> false);
        return made;
    }

    private ResponseReader.Head head(InputStream in) throws IOException {
        reader = new ResponseReader(in, limits);
        return reader.head();
    }

    /** Runs after all interceptors of REST Assured: sets the final request headers, and keeps the whole response. */
    private final class AsTold extends HttpRequestExecutor {

        @Override
        @SuppressWarnings("deprecation")
        public void preProcess(HttpRequest request, HttpProcessor processor, HttpContext context)
                throws HttpException, IOException {
            super.preProcess(request, processor, context);
            for (org.apache.http.Header header : request.getAllHeaders()) {
                if (!FRAMING.contains(header.getName().toLowerCase(Locale.ROOT))) {
                    request.removeHeader(header);
                }
            }
            if (asked.headers().stream().noneMatch(header -> header.is("host"))) {
                request.addHeader("host", connector.host());
            }
            asked.headers().forEach(header -> request.addHeader(header.name(), header.value()));
            connector.proxyHeaders().forEach(header -> request.addHeader(header.name(), header.value()));
            ((RequestWrapper) request).setURI(URI.create(connector.requestTarget(asked)));
        }

        @Override
        public HttpResponse execute(HttpRequest request, HttpClientConnection connection, HttpContext context)
                throws IOException, HttpException {
            kept = connection.getMetrics().getRequestCount() > 0;
            reader = new ResponseReader(InputStream.nullInputStream(), limits);
            Future<?> sent = senders.submit(() -> doSendRequest(request, connection, context));
            try {
                HttpResponse response = doReceiveResponse(request, connection, context);
                if (response.getEntity() != null) {
                    response.setEntity(new ByteArrayEntity(reader.body(asked.method())));
                }
                // After an early response, the server would take the rest of the request for the next one. Not close():
                // it flushes what the sender may have sent already, and the request would arrive twice.
                if (!sent.isDone()) {
                    connection.shutdown();
                }
                return response;
            } catch (IOException | HttpException e) {
                connection.shutdown();
                throw e;
            }
        }

        @Override
        public void postProcess(HttpResponse response, HttpProcessor processor, HttpContext context)
                throws HttpException, IOException {
            super.postProcess(response, processor, context);
            // REST Assured finds the handler of a failed response by a word in lower case. In the Turkish locale, it
            // finds none and drops the response, so this class presents all responses as successful.
            response.setStatusCode(HttpStatus.SC_OK);
        }
    }

    @Override
    public synchronized Reply.Response send(Request request, Duration timeout) throws IOException {
        asked = request;
        deadline.in(timeout);
        try {
            return sent(request);
        } catch (EOFException | SocketException | SSLException e) {
            // A server may close a kept connection while a request is on its way, so the request is sent again on a new
            // one.
            if (!kept || reader.hasBegun()) {
                throw e;
            }
            forgetConnections();
            return sent(request);
        }
    }

    // REST Assured does not support the replacement.
    @SuppressWarnings("deprecation")
    private void forgetConnections() {
        client.getConnectionManager().closeIdleConnections(0, TimeUnit.MILLISECONDS);
    }

    private Reply.Response sent(Request request) throws IOException {
        RequestSpecification specification =
                RestAssured.given().config(config).baseUri(ANY_HOST).urlEncodingEnabled(false);
        if (!request.body().isEmpty()) {
            specification
                    .contentType("application/octet-stream")
                    .body(request.body().bytes());
        }
        long start = System.nanoTime();
        Response response = specification.request(request.method(), "/");
        byte[] body = response.asByteArray();
        return reader.response(body == null ? new byte[0] : body, start);
    }

    @Override
    @SuppressWarnings("deprecation")
    public void close() {
        senders.shutdownNow();
        client.getConnectionManager().shutdown();
    }
}
