package dev.casesaudit.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Stands where an SDK client's HTTP would be: gives every request one response, and keeps what was sent. */
final class StubTransport implements SdkHttpClient {

    private final int status;
    private final Map<String, String> headers;
    private final String body;
    private final List<HttpExecuteRequest> sent = new ArrayList<>();

    StubTransport(int status, Map<String, String> headers, String body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** Returns the one request that was sent. */
    SdkHttpRequest request() {
        return onlySent().httpRequest();
    }

    String requestBody() throws IOException {
        try (InputStream content =
                onlySent().contentStreamProvider().orElseThrow().newStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        sent.add(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return response();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}

    private HttpExecuteRequest onlySent() {
        if (sent.size() != 1) {
            throw new IllegalStateException("expected one request, got " + sent.size());
        }
        return sent.get(0);
    }

    private HttpExecuteResponse response() {
        SdkHttpResponse.Builder head = SdkHttpResponse.builder().statusCode(status);
        headers.forEach(head::putHeader);
        InputStream content = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return HttpExecuteResponse.builder()
                .response(head.build())
                .responseBody(AbortableInputStream.create(content))
                .build();
    }
}
