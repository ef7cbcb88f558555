package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Responses without a request id, or with a repeated or empty one. */
final class RequestIdFlaws extends FlawTable {

    private static final String ID = "x-amzn-requestid";

    @Override
    List<Flaw> flaws() {
        return List.of(
                finishing("no-request-id-on-later-pages", (request, reply) -> {
                            if (reply.status() == 200 && request.body().contains("nextToken")) {
                                reply.without(ID);
                            }
                        })
                        .caughtBy(
                                "protocol-request-id-on-pages",
                                "at the response: expected x-amzn-requestid on a page, got none"),
                finishing("no-request-id-where-json-is-not-accepted", (request, reply) -> {
                            if (reply.status() == 406) {
                                reply.without(ID);
                            }
                        })
                        .caughtBy(
                                "protocol-request-id-on-errors",
                                "at the response: expected x-amzn-requestid on 406 NotAcceptableException, got none"),
                finishing("empty-request-id-where-throttled", (request, reply) -> {
                            if (reply.status() == 429) {
                                reply.header(ID, "");
                            }
                        })
                        .caughtBy(
                                "protocol-request-id-not-empty",
                                "at the response: expected an x-amzn-requestid of at least 1 code points, got an empty one"),
                finishing("one-request-id-for-a-case", (request, reply) -> {
                            if (request.path().contains("one-event")) {
                                reply.header(ID, "1");
                            }
                        })
                        .caughtBy(
                                "protocol-request-ids-differ",
                                "at the response: expected an x-amzn-requestid of its own, got '1', which request 5 had"));
    }
}
