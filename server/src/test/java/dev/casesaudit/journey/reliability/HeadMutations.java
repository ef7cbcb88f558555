package dev.casesaudit.journey.reliability;

import dev.casesaudit.journey.reliability.Message.Header;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Edits of a request's method, target and headers that leave it clear where the request ends. */
final class HeadMutations {

    private static final List<String> VERSIONS = List.of("HTTP/1.0", "HTTP/1.2", "HTTP/3.0");

    private static final List<String> METHODS = List.of(
            "GET",
            "PUT",
            "POST",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "PATCH",
            "TRACE",
            "CONNECT",
            "PRI",
            "post",
            "P",
            "P\u00d6ST");

    private static final List<String> SEGMENTS = List.of(
            "",
            ".",
            "..",
            "%2e%2e",
            "%2F",
            "%00",
            "%",
            "%zz",
            "%C3%28",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%F0%9F%98%80".repeat(500),
            "%F0%9F%98%80".repeat(501),
            ";a=b",
            "{domainId}",
            "a b",
            "\u00e9",
            "\\",
            "?",
            "#",
            "[",
            "|",
            "x".repeat(33_000),
            "domains",
            "cases",
            "audit-history",
            "_mock",
            "q",
            "fuzz",
            "one",
            "state",
            "*");

    private static final List<Header> HEADERS = headers(
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=\"utf-8",
            "Content-Type: APPLICATION/JSON;a=b",
            "Content-Type: /",
            "Content-Type:",
            "Accept: text/html",
            "Accept: application/json;q=0, */*;q=0.1",
            "Accept: ;;;,,,q=",
            "Accept: */*;q=1e999",
            "Accept-Encoding: gzip, br",
            "Accept-Language: tr",
            "Accept-Charset: utf-7",
            "Content-Encoding: gzip",
            "Expect: 100-continue",
            "Expect: something",
            "Connection: close",
            "Connection: keep-alive, x-mock-fault",
            "Connection: upgrade",
            "Upgrade: websocket",
            "Upgrade: h2c",
            "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Host: elsewhere",
            "Host:",
            "Origin: http://elsewhere.example",
            "Access-Control-Request-Method: POST",
            "Range: bytes=0-0",
            "If-None-Match: *",
            "TE: trailers",
            "Trailer: X",
            "Forwarded: for=\"[::1]:1\"",
            "X-HTTP-Method-Override: DELETE",
            "Cookie: a=b; =; c",
            "Authorization: Bearer x",
            "Authorization: AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=;, Signature=",
            "X-Amz-Date: never",
            "amz-sdk-invocation-id: call-1",
            "amz-sdk-invocation-id:",
            "amz-sdk-request: attempt=2; max=3",
            "x-mock-fault: Throttling*2, latency(1ms), ok",
            "x-mock-fault: InternalServer(retryAfter=1)",
            "x-mock-fault: html(503)",
            "x-mock-fault: malformed",
            "x-mock-fault: wrong-content-type(text/xml)",
            "x-mock-fault: close(midway)",
            "x-mock-fault: reset",
            "x-mock-fault: hang",
            "x-mock-fault: slow(1)",
            "x-mock-fault: 50% Validation(message=\"\\\"\"); seed=3",
            "x-mock-fault: ,",
            "x-mock-fault:",
            "x-mock-pages: short-pages, empty-pages, long-tokens",
            "x-mock-pages: illegal-endless, tokens-expire(1h)",
            "x-mock-pages: none such",
            "x-mock-tomorrow: all",
            "x-mock-tomorrow: all, all");

    private HeadMutations() {}

    static Message edit(Message message, RandomChoices draws) {
        return switch (draws.below(12)) {
            case 0 -> message.withMethod(draws.of(METHODS));
            case 1 -> message.withVersion(draws.of(VERSIONS));
            case 2, 3, 4, 5 -> message.withTarget(target(message.target(), draws));
            case 6 -> message.headers().isEmpty() ? message : message.withHeaders(changed(message.headers(), draws));
            case 7 -> large(message, draws);
            default -> message.with(draws.of(HEADERS));
        };
    }

    private static String target(String target, RandomChoices draws) {
        List<String> segments = new ArrayList<>(Arrays.asList(target.split("/", -1)));
        int at = draws.below(segments.size());
        switch (draws.below(7)) {
            case 0 -> segments.remove(at);
            case 1 -> segments.add(at, segments.get(at));
            case 2 -> segments.add(at, draws.of(SEGMENTS));
            case 3 -> segments.set(at, draws.of(SEGMENTS));
            case 4 -> segments.set(at, encoded(segments.get(at)));
            case 5 -> segments.set(at, edited(segments.get(at), draws));
            default ->
                segments.set(at, segments.get(at) + (draws.oneIn(2) ? "?limit=" : "&status=") + draws.of(SEGMENTS));
        }
        return String.join("/", segments);
    }

    private static String encoded(String segment) {
        StringBuilder encoded = new StringBuilder();
        segment.chars().forEach(c -> encoded.append(String.format(Locale.ROOT, "%%%02x", c)));
        return encoded.toString();
    }

    private static List<Header> changed(List<Header> headers, RandomChoices draws) {
        List<Header> changed = new ArrayList<>(headers);
        int at = draws.below(headers.size());
        Header header = headers.get(at);
        switch (draws.below(5)) {
            case 0 -> changed.remove(at);
            case 1 -> changed.add(header);
            case 2 -> changed.set(at, new Header(header.name().toUpperCase(Locale.ROOT), header.value()));
            case 3 -> changed.set(at, new Header(edited(header.name(), draws), header.value()));
            default -> changed.set(at, new Header(header.name(), edited(header.value(), draws)));
        }
        return changed;
    }

    private static Message large(Message message, RandomChoices draws) {
        if (!draws.oneIn(10)) {
            return message.with(
                    new Header("X-Long", String.valueOf(draws.inLine()).repeat(draws.below(2_000))));
        }
        if (draws.oneIn(2)) {
            return message.with(new Header("X-Long", "x".repeat(draws.below(70_000))));
        }
        List<Header> many = new ArrayList<>(message.headers());
        for (int i = draws.below(3_000); i > 0; i--) {
            many.add(new Header("X-" + i, "x"));
        }
        return message.withHeaders(many);
    }

    private static String edited(String text, RandomChoices draws) {
        int at = draws.upTo(text.length());
        String rest = draws.oneIn(2) || at == text.length() ? text.substring(at) : text.substring(at + 1);
        return text.substring(0, at) + draws.inLine() + rest;
    }

    private static List<Header> headers(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.split(":", 2))
                .map(parts -> new Header(parts[0], parts[1].strip()))
                .toList();
    }
}
