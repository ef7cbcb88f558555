package dev.casesaudit.conformance.stub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A mutable response of the stub. */
public final class StubReply {

    private int status;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private byte[] body;
    private boolean chunked;

    public StubReply(int status, byte[] body) {
        this.status = status;
        this.body = body.clone();
    }

    public static StubReply json(int status, ObjectNode body) {
        return new StubReply(status, body.toString().getBytes(StandardCharsets.UTF_8))
                .header("content-type", "application/json");
    }

    public int status() {
        return status;
    }

    public StubReply status(int other) {
        status = other;
        return this;
    }

    public StubReply header(String name, String value) {
        headers.remove(name);
        headers.put(name, value);
        return this;
    }

    public StubReply without(String name) {
        headers.remove(name);
        return this;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Map<String, String> headers() {
        return headers;
    }

    public StubReply body(byte[] other) {
        body = other.clone();
        return this;
    }

    public StubReply body(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public StubReply chunked() {
        chunked = true;
        return this;
    }

    public boolean isChunked() {
        return chunked;
    }
}
