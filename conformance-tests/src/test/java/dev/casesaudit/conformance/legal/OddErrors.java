package dev.casesaudit.conformance.legal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Errors with their names and resources in other forms that readers must support. */
final class OddErrors {

    private static final String NAME = "x-amzn-errortype";
    private static final String IN_HEADER = "error-name-in-header";
    private static final String NAMESPACE = "com.amazonaws.connectcases#";
    private static final String URI = ":http://internal.amazon.com/coral/com.amazonaws.connectcases/";

    private OddErrors() {}

    static Stream<Oddity> all() {
        return Stream.of(
                named("error-name-with-a-namespace", (reply, name) -> reply.header(NAME, NAMESPACE + name)),
                named("error-name-with-a-uri", (reply, name) -> reply.header(NAME, name + URI)),
                named("error-name-with-both", (reply, name) -> reply.header(NAME, NAMESPACE + name + URI)),
                named("error-name-as-the-type-of-the-body", (reply, name) -> put(reply.without(NAME), "__type", name))
                        .but(IN_HEADER),
                named(
                                "error-name-as-the-type-with-a-namespace",
                                (reply, name) -> put(reply.without(NAME), "__type", NAMESPACE + name))
                        .but(IN_HEADER),
                named("error-name-as-the-code-of-the-body", (reply, name) -> put(reply.without(NAME), "code", name))
                        .but(IN_HEADER),
                named("protocol-errors-without-a-message", OddErrors::withoutMessage)
                        .but("error-message-not-empty"),
                new Oddity("405-for-other-methods", MethodsNotAllowed::new),
                Oddity.reply("unknown-routes-are-forbidden", (request, reply) -> {
                            if (request.path().startsWith("/no-operation")) {
                                reply.status(403).without(NAME).body("<h1>Forbidden</h1>");
                            }
                        })
                        .but("error-unknown-route"),
                named("error-name-in-header-and-body", (reply, name) -> put(reply, "__type", NAMESPACE + name)),
                named("error-with-members-of-its-own", (reply, name) -> put(reply, "reason", "CANNOT_PARSE")),
                named(
                        "error-with-another-message",
                        (reply, name) -> put(reply, "message", "Nein, \u00e4ndern Sie das")),
                named("malformed-is-invalid", (reply, name) -> {
                    if (name.equals("SerializationException")) {
                        reply.header(NAME, "ValidationException");
                    }
                }),
                resource("resource-type-in-lower-case", "case"),
                resource("resource-type-of-cloudformation", "AWS::Cases::Case"));
    }

    private static Oddity named(String name, BiConsumer<StubReply, String> change) {
        return Oddity.reply(
                name, (request, reply) -> reply.header(NAME).ifPresent(error -> change.accept(reply, error)));
    }

    private static Oddity resource(String name, String type) {
        return named(name, (reply, error) -> {
            if (reply.text().contains("\"resourceType\":\"Case\"")) {
                put(reply, "resourceType", type);
            }
        });
    }

    private static void put(StubReply reply, String member, String value) {
        try {
            ObjectNode body = new ObjectMapper().readValue(reply.body(), ObjectNode.class);
            reply.body(body.put(member, value).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // By the documents, only the errors of the model have a message.
    private static void withoutMessage(StubReply reply, String name) {
        if (name.equals("SerializationException") || name.equals("NotAcceptableException")) {
            reply.body("{}");
        }
    }

    /** A Retry-After date, as in HTTP. */
    private static final class MethodsNotAllowed extends Service {

        @Override
        protected StubReply error(StubRequest request, StubError error) {
            StubReply reply = super.error(request, error);
            return request.method().equals("POST") ? reply : reply.status(405).header("allow", "POST");
        }
    }
}
