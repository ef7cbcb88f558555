package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

/** Unusual forms of responses that HTTP and JSON allow. */
final class OddResponses {

    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

    private OddResponses() {}

    static Stream<Oddity> all() {
        return Stream.of(
                Oddity.reply(
                        "content-type-with-a-charset",
                        (request, reply) -> reply.header("content-type", "application/json; charset=utf-8")),
                Oddity.reply(
                        "content-type-in-capitals",
                        (request, reply) -> reply.header("content-type", "Application/JSON")),
                Oddity.reply("chunked-answers", (request, reply) -> {
                    if (!request.method().equals("HEAD")) {
                        reply.chunked();
                    }
                }),
                Oddity.reply("gzip-answers", OddResponses::gzip),
                Oddity.reply("deflated-answers", OddResponses::deflate),
                Oddity.reply("connections-of-one-request", (request, reply) -> reply.header("connection", "close")),
                Oddity.reply(
                        "headers-of-its-own",
                        (request, reply) -> reply.header("x-cache", "miss")
                                .header("strict-transport-security", "max-age=1")
                                .header("vary", "*")
                                .header("set-cookie", "a=b")
                                .header("etag", "\"1\"")),
                Oddity.reply(
                        "white-space-in-json",
                        (request, reply) -> reply.body("\r\n\t " + pretty(reply.text()) + " \r\n")),
                Oddity.reply("escaped-letters", (request, reply) -> reply.body(escaped(reply.text()))));
    }

    private static void gzip(StubRequest request, StubReply reply) {
        pack("gzip", request, reply, GZIPOutputStream::new);
    }

    private static void deflate(StubRequest request, StubReply reply) {
        pack("deflate", request, reply, DeflaterOutputStream::new);
    }

    private interface Packing {
        OutputStream into(OutputStream out) throws IOException;
    }

    // Without accept-encoding, HTTP allows any encoding.
    private static void pack(String coding, StubRequest request, StubReply reply, Packing packing) {
        String accepted = request.header("accept-encoding").orElse(coding).toLowerCase(Locale.ROOT);
        if (reply.body().length > 0 && accepted.contains(coding)) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream out = packing.into(packed)) {
                out.write(reply.body());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reply.body(packed.toByteArray()).header("content-encoding", coding);
        }
    }

    private static String pretty(String json) {
        try {
            return json.isEmpty() ? "" : new ObjectMapper().readTree(json).toPrettyString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The letter s is in names and values, and in no literal or escape.
    private static String escaped(String json) {
        return STRING.matcher(json).replaceAll(string -> {
            StringBuilder text = new StringBuilder();
            string.group()
                    .chars()
                    .forEach(unit -> text.append(
                            unit < 128 && unit != 's'
                                    ? Character.toString(unit)
                                    : String.format(Locale.ROOT, "\\u%04X", unit)));
            return Matcher.quoteReplacement(text.toString());
        });
    }
}
