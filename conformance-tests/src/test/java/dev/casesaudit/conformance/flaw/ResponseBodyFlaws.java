package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.StubReply;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Right pages in wrong responses. */
final class ResponseBodyFlaws extends FlawTable {

    private static final String MARK = "\uFEFF";

    @Override
    List<Flaw> flaws() {
        return List.of(
                EveryShape.reply("page-with-status-201", reply -> reply.status(201))
                        .caughtBy("response-page-status", "at the response: expected status 200, got status 201"),
                EveryShape.reply(
                                "page-with-the-name-of-an-error",
                                reply -> reply.header("x-amzn-errortype", "ThrottlingException"))
                        .caughtBy(
                                "response-page-names-no-error",
                                "at the response: expected no name of an error on a page, got 'ThrottlingException'"),
                EveryShape.reply("page-as-plain-text", reply -> reply.header("content-type", "text/plain"))
                        .caughtBy(
                                "response-page-content-type",
                                "at the response: expected the content type 'application/json', got 'text/plain'"),
                EveryShape.reply("page-without-a-content-type", reply -> reply.without("content-type"))
                        .caughtBy(
                                "response-page-content-type",
                                "at the response: expected the content type 'application/json', got none"),
                EveryShape.reply("text-behind-the-page", reply -> reply.body(reply.text() + "\nok"))
                        .caughtBy(
                                "response-body-json",
                                "at the response: expected exactly one JSON value, got text after the value"),
                EveryShape.reply("page-without-a-body", reply -> reply.body(""))
                        .caughtBy(
                                "response-body-json", "at the response: expected exactly one JSON value, got nothing"),
                EveryShape.reply(
                                "infinity-without-quotes",
                                reply -> reply.body("{\"auditEvents\": [],\n \"nextToken\": Infinity}"))
                        .caughtBy(
                                "response-body-json",
                                "at the response: expected exactly one JSON value, got text that is not JSON at line 2, column 23"),
                EveryShape.reply("page-behind-a-byte-order-mark", reply -> reply.body(MARK + reply.text()))
                        .caughtBy(
                                "response-body-utf8",
                                "at the response: expected UTF-8 without a byte order mark, got a byte order mark"),
                EveryShape.reply("page-in-latin-1", ResponseBodyFlaws::latin1)
                        .caughtBy(
                                "response-body-utf8",
                                "at the response: expected UTF-8 without a byte order mark, got the byte 0xE9 as byte 22"),
                EveryShape.reply(
                                "member-written-twice",
                                reply -> reply.body(reply.text()
                                        .replace(
                                                "\"eventId\":\"shape-09\"",
                                                "\"eventId\":\"\",\"eventId\":\"shape-09\"")))
                        .caughtBy(
                                "response-object-names-unique",
                                "at /auditEvents/0/eventId: expected one member of this name, got a second one"),
                EveryShape.reply("events-without-the-object-around-them", reply -> reply.body("[]"))
                        .caughtBy("response-body-type", "at the response: expected an object, got a list of 0 items"));
    }

    private static void latin1(StubReply reply) {
        reply.body("{\"note\": \"Paket besch\u00e9digt\", \"auditEvents\": []}".getBytes(StandardCharsets.ISO_8859_1));
    }
}
