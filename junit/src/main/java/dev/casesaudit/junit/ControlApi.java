package dev.casesaudit.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sends requests to the control API of a mock. */
// By HttpURLConnection: java.net.http takes 0.2 seconds for its first request.
record ControlApi(MockProcess mock) {

    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int CLIENT_TIMEOUT_MILLIS = 60_000;

    /** Returns an id as a segment of a path. */
    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    JsonObject get(String path) {
        return JsonObject.read(send("GET", path, null));
    }

    JsonObject post(String path, Object body) {
        return JsonObject.read(send("POST", path, body));
    }

    void put(String path, Object body) {
        send("PUT", path, body);
    }

    /** Deletes what may be gone already, also together with the mock. */
    void delete(String path) {
        if (mock.isAlive()) {
            send("DELETE", path, null);
        }
    }

    private String send(String method, String path, @Nullable Object body) {
        URI uri = URI.create(mock.endpoint() + "/_mock/" + path);
        try {
            HttpURLConnection request = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            request.setRequestMethod(method);
            request.setReadTimeout(CLIENT_TIMEOUT_MILLIS);
            if (body != null) {
                request.setDoOutput(true);
                request.setRequestProperty("content-type", "application/json");
                request.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
            }
            int status = request.getResponseCode();
            String answer = text(status < BAD_REQUEST ? request.getInputStream() : request.getErrorStream());
            if (status < BAD_REQUEST || (status == NOT_FOUND && method.equals("DELETE"))) {
                return answer;
            } else if (status == BAD_REQUEST) {
                throw new IllegalArgumentException(
                        JsonObject.read(answer).text("message").orElse(answer));
            }
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s %s: the mock answered %d: %s", method, uri, status, answer));
        } catch (IOException e) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s %s: %s%nThe mock's log:%n%s", method, uri, e, mock.log()), e);
        }
    }

    private static String text(@Nullable InputStream body) throws IOException {
        if (body == null) {
            return "";
        }
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
