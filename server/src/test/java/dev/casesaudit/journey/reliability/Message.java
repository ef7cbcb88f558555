package dev.casesaudit.journey.reliability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A request to send. A string holds bytes, one a character. */
record Message(String method, String target, String version, List<Header> headers, String body) {

    Message {
        headers = List.copyOf(headers);
    }

    static Message of(String method, String target, String body) {
        List<Header> headers = new ArrayList<>(List.of(new Header("Host", "localhost")));
        if (!body.isEmpty()) {
            headers.add(new Header("Content-Type", "application/json"));
        }
        return new Message(method, target, "HTTP/1.1", headers, Bytes.ofText(body));
    }

    Message withMethod(String other) {
        return new Message(other, target, version, headers, body);
    }

    Message withTarget(String other) {
        return new Message(method, other, version, headers, body);
    }

    Message withVersion(String other) {
        return new Message(method, target, other, headers, body);
    }

    Message withHeaders(List<Header> others) {
        return new Message(method, target, version, others, body);
    }

    Message with(Header another) {
        List<Header> more = new ArrayList<>(headers);
        more.add(another);
        return withHeaders(more);
    }

    Message withBody(String other) {
        return new Message(method, target, version, headers, other);
    }

    /** Returns the request with a content length. */
    String bytes() {
        return bytes(String.format(Locale.ROOT, "Content-Length: %d\r\n\r\n", body.length()), body);
    }

    /** Returns the request with its body in chunks of this size. */
    String chunked(int size) {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < body.length(); at += size) {
            String chunk = body.substring(at, Math.min(body.length(), at + size));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return bytes(
                "Transfer-Encoding: chunked\r\n\r\n", chunks.append("0\r\n\r\n").toString());
    }

    private String bytes(String lastHeader, String content) {
        StringBuilder bytes = new StringBuilder(method)
                .append(' ')
                .append(target)
                .append(' ')
                .append(version)
                .append("\r\n");
        headers.forEach(header ->
                bytes.append(header.name()).append(": ").append(header.value()).append("\r\n"));
        return bytes.append(lastHeader).append(content).toString();
    }

    record Header(String name, String value) {}
}
