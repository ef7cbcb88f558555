package dev.casesaudit.benchmark.load;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A server that responds to every request with the same bytes, with as many event loops as the mock. */
public final class Ceiling extends AbstractVerticle {

    private static final String END_OF_HEADERS = "\n\n";

    private final List<Header> headers;
    private final Buffer body;
    private final int port;

    private Ceiling(List<Header> headers, Buffer body, int port) {
        this.headers = headers;
        this.body = body;
        this.port = port;
    }

    /**
     * Serves the response until it is stopped.
     *
     * @param arguments a file with the response, the port, and whether to use the native transport
     */
    public static void main(String[] arguments) throws IOException {
        String answer = Files.readString(Path.of(arguments[0]), StandardCharsets.ISO_8859_1);
        int end = answer.indexOf(END_OF_HEADERS);
        List<Header> headers = answer.substring(0, end).lines().map(Header::of).toList();
        Buffer body =
                Buffer.buffer(answer.substring(end + END_OF_HEADERS.length()).getBytes(StandardCharsets.ISO_8859_1));
        int port = Integer.parseInt(arguments[1]);
        int eventLoops = 2 * Runtime.getRuntime().availableProcessors();
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(Boolean.parseBoolean(arguments[2])))
                .deployVerticle(
                        () -> new Ceiling(headers, body, port), new DeploymentOptions().setInstances(eventLoops))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    /** Formats a response for the file. */
    static String text(Answer answer) {
        return answer.headers().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ":" + value))
                .collect(Collectors.joining("\n", "", END_OF_HEADERS + answer.body()));
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setPort(port))
                .requestHandler(this::answer)
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        for (Header header : headers) {
            response.putHeader(header.name, header.value);
        }
        response.end(body);
    }

    private record Header(CharSequence name, CharSequence value) {
        static Header of(String line) {
            int colon = line.indexOf(':');
            return new Header(
                    HttpHeaders.createOptimized(line.substring(0, colon)),
                    HttpHeaders.createOptimized(line.substring(colon + 1)));
        }
    }
}
