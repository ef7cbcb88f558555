package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.Input;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Flaws that the requirements of the area protocol catch. */
final class ProtocolFlaws {

    private static final String ID = "x-amzn-requestid";

    private ProtocolFlaws() {}

    static List<Flaw> all() {
        return Stream.concat(own().stream(), WireFlaws.all().stream()).toList();
    }

    private static List<Flaw> own() {
        return List.of(
                finish("no-request-id-on-later-pages", (request, reply) -> {
                            if (reply.status() == 200 && request.body().contains("nextToken")) {
                                reply.without(ID);
                            }
                        })
                        .caughtBy(
                                "protocol-request-id-on-pages",
                                "at the response: expected x-amzn-requestid on a page, got none"),
                finish("no-request-id-where-json-is-not-accepted", (request, reply) -> {
                            if (reply.status() == 406) {
                                reply.without(ID);
                            }
                        })
                        .caughtBy(
                                "protocol-request-id-on-errors",
                                "at the response: expected x-amzn-requestid on 406 NotAcceptableException, got none"),
                finish("empty-request-id-where-throttled", (request, reply) -> {
                            if (reply.status() == 429) {
                                reply.header(ID, "");
                            }
                        })
                        .caughtBy(
                                "protocol-request-id-not-empty",
                                "at the response: expected an x-amzn-requestid of at least 1 code points, got an empty one"),
                finish("one-request-id-for-a-case", (request, reply) -> {
                            if (request.path().contains("one-event")) {
                                reply.header(ID, "1");
                            }
                        })
                        .caughtBy(
                                "protocol-request-ids-differ",
                                "at the response: expected an x-amzn-requestid of its own, got '1', which request 5 had"),
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
                finish("gzip-that-is-none", (request, reply) -> {
                            if (accepts(request).equals("gzip")) {
                                reply.header("content-encoding", "gzip");
                            }
                        })
                        .caughtBy(
                                "protocol-gzip-is-readable",
                                "at the response: expected a whole answer, got the answer 200 OK is broken: its body is not gzip as its headers say: Not in GZIP format"),
                finish("another-encoding-than-gzip", (request, reply) -> {
                            if (accepts(request).equals("gzip")) {
                                reply.header("content-encoding", "compress");
                            }
                        })
                        .caughtBy(
                                "protocol-identity-is-honoured",
                                "at the response: expected content-encoding gzip or none, got 'compress'"),
                finish("gzip-for-long-pages-whoever-asks", (request, reply) -> {
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

    private static String accepts(StubRequest request) {
        return request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT);
    }

    private static Flaw finish(String name, BiConsumer<StubRequest, StubReply> change) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected StubReply finish(StubRequest request, StubReply reply) {
                change.accept(request, reply);
                return reply;
            }
        });
    }

    private static Flaw refuses(String name, Predicate<StubRequest> which) {
        return Flaw.of(name, () -> new Service() {
            @Override
            protected Input input(StubRequest request) {
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
