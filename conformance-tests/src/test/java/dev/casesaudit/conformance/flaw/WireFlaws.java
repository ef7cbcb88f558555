package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubInput;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Flaws of headers, lengths and encodings. Wrong lengths are on the last response of a connection, so that they do not
 * affect others.
 */
final class WireFlaws extends FlawTable {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)\r\n");
    private static final String PAGE = "HTTP/1.1 200 ";
    private static final String NOT_FOUND = "HTTP/1.1 404 ";

    @Override
    List<Flaw> flaws() {
        return List.of(
                WrongError.reply(
                                "error-in-latin-1",
                                "ResourceNotFoundException",
                                reply -> reply.body(reply.text().getBytes(StandardCharsets.ISO_8859_1)))
                        .caughtBy(
                                "protocol-error-is-utf8",
                                "at the response: expected UTF-8 without a byte order mark, got the byte 0xE9 as byte 54"),
                WrongError.reply(
                                "error-with-a-byte-order-mark",
                                "ResourceNotFoundException",
                                reply -> reply.body("\ufeff" + reply.text()))
                        .caughtBy(
                                "protocol-error-is-utf8",
                                "at the response: expected UTF-8 without a byte order mark, got a byte order mark"),
                WrongError.reply(
                                "error-that-says-it-is-latin-1",
                                "ThrottlingException",
                                reply -> reply.header("content-type", "application/json; charset=ISO-8859-1"))
                        .caughtBy(
                                "protocol-charset-is-utf8",
                                "at the response: expected charset utf-8, or none, got charset 'ISO-8859-1'"),
                onTheWire("tells-letter-cases-of-header-names-apart", new Wire.Change() {
                            @Override
                            public String request(String request) {
                                return request.replaceFirst("\r\nCONTENT-TYPE:", "\r\nX-UNKNOWN:");
                            }
                        })
                        .caughtBy(
                                "protocol-header-names-any-case",
                                "at the response: expected 200 and a page of events, got 415 UnsupportedMediaTypeException"),
                responses("page-longer-than-its-length", PAGE, response -> lengthened(response, -3))
                        .caughtBy(
                                "protocol-page-is-framed",
                                "at the response: expected a JSON object, got a body that is not JSON: Unexpected end-of-input: expected close marker for Object"),
                responses("page-shorter-than-its-length", PAGE, response -> lengthened(response, 3))
                        .caughtBy(
                                "protocol-page-is-framed",
                                "at the response: expected a whole response, got the response 200 OK is broken: the connection was closed after 286 of 289 bytes"),
                responses("page-with-two-lengths", PAGE, WireFlaws::chunkedToo)
                        .caughtBy(
                                "protocol-page-is-framed",
                                "at the response: expected either content-length or transfer-encoding, got both"),
                responses("error-longer-than-its-length", NOT_FOUND, response -> lengthened(response, -3))
                        .caughtBy(
                                "protocol-error-is-framed",
                                "at the response: expected a complete error, got no JSON object in 142 bytes"),
                responses("error-shorter-than-its-length", NOT_FOUND, response -> lengthened(response, 3))
                        .caughtBy(
                                "protocol-error-is-framed",
                                "at the response: expected a whole response, got the response 404 Not Found is broken: the connection was closed after 145 of 148 bytes"),
                responses("error-without-its-last-chunk", NOT_FOUND, WireFlaws::withoutLastChunk)
                        .caughtBy(
                                "protocol-error-is-framed",
                                "at the response: expected a whole response, got the response 404 Not Found is broken: the connection was closed before the last chunk"),
                refuses(
                                "refuses-a-host-in-capitals",
                                request -> request.header("host").orElse("").startsWith("LOCALHOST"))
                        .caughtBy(
                                "protocol-host-any-case",
                                "at the response: expected 200 and a page of events, got 403 AccessDeniedException"),
                refuses(
                                "refuses-signed-requests",
                                request -> request.header("authorization").isPresent())
                        .caughtBy(
                                "protocol-signature-is-ignored",
                                "at the response: expected 200 and a page of events, got 403 AccessDeniedException"),
                finishing("gzip-that-is-none", (request, reply) -> {
                            if (accepts(request).equals("gzip")) {
                                reply.header("content-encoding", "gzip");
                            }
                        })
                        .caughtBy(
                                "protocol-gzip-is-readable",
                                "at the response: expected a whole response, got the response 200 OK is broken: its body is not gzip as its headers say: Not in GZIP format"),
                finishing("another-encoding-than-gzip", (request, reply) -> {
                            if (accepts(request).equals("gzip")) {
                                reply.header("content-encoding", "compress");
                            }
                        })
                        .caughtBy(
                                "protocol-identity-is-honoured",
                                "at the response: expected content-encoding gzip or none, got 'compress'"),
                finishing("gzip-for-long-pages-whoever-asks", (request, reply) -> {
                            boolean saved = reply.body().length > 4000
                                    && accepts(request).equals("identity");
                            if (saved) {
                                reply.body(zipped(reply.body())).header("content-encoding", "gzip");
                            }
                        })
                        .caughtBy(
                                "protocol-identity-is-honoured",
                                "at the response: expected no content-encoding, as accept-encoding says, got 'gzip'"));
    }

    private static Flaw responses(String name, String begins, UnaryOperator<String> change) {
        return onTheWire(name, new Wire.Change() {
            @Override
            public String response(String request, String response) {
                boolean last = request.contains("\r\nconnection: close\r\n")
                        && request.contains("\r\naccept-encoding: identity\r\n")
                        && request.contains("\r\ncontent-length: 0\r\n")
                        && request.contains("\r\nhost: localhost:");
                return last && response.startsWith(begins) ? change.apply(response) : response;
            }
        });
    }

    private static Flaw onTheWire(String name, Wire.Change change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            public Optional<Wire.Change> wire() {
                return Optional.of(change);
            }
        });
    }

    private static String lengthened(String response, int by) {
        Matcher length = LENGTH.matcher(response);
        return length.replaceFirst(
                found -> String.format(Locale.ROOT, "content-length: %d\r\n", Integer.parseInt(found.group(1)) + by));
    }

    private static String chunkedToo(String response) {
        int body = response.indexOf("\r\n\r\n") + 4;
        String chunk = String.format(Locale.ROOT, "%x\r\n%s\r\n", response.length() - body, response.substring(body));
        return response.substring(0, body - 2) + "transfer-encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n";
    }

    private static String withoutLastChunk(String response) {
        String whole = LENGTH.matcher(chunkedToo(response)).replaceFirst("");
        return whole.substring(0, whole.length() - "0\r\n\r\n".length());
    }

    private static String accepts(StubRequest request) {
        return request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT);
    }

    private static Flaw refuses(String name, Predicate<StubRequest> which) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected StubInput input(StubRequest request) {
                if (which.test(request)) {
                    throw new StubError(403, "AccessDeniedException", "You do not have access");
                }
                return super.input(request);
            }
        });
    }

    private static byte[] zipped(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
