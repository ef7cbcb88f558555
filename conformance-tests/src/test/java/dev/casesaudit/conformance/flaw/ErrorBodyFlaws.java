package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.StubReply;
import java.util.List;
import java.util.function.Consumer;

/** Errors with a wrong body or wrong headers. */
final class ErrorBodyFlaws extends FlawTable {

    private static final String HTML = "<html><body><h1>Not Found</h1></body></html>";

    @Override
    List<Flaw> flaws() {
        return List.of(
                member("message-in-html", "AccessDeniedException", body -> body.put("message", "<html>Denied</html>"))
                        .caughtBy(
                                "error-no-html",
                                "at the response: expected no markup in 403 AccessDeniedException, got HTML or XML"),
                WrongError.reply(
                                "error-as-html",
                                "AccessDeniedException",
                                reply -> reply.body(HTML).header("content-type", "text/html"))
                        .caughtBy(
                                "error-body-is-an-object",
                                "at the response: expected a JSON object as the body of 403 AccessDeniedException, got no JSON")
                        .caughtBy(
                                "error-content-type-is-json",
                                "at the response: expected content-type application/json on 403 AccessDeniedException, got 'text/html'")
                        .caughtBy(
                                "error-no-html",
                                "at the response: expected no markup in 403 AccessDeniedException, got HTML or XML"),
                WrongError.reply(
                                "error-as-xml-that-says-it-is-json",
                                "ThrottlingException",
                                reply -> reply.body("<ThrottlingException/>"))
                        .caughtBy(
                                "error-body-is-an-object",
                                "at the response: expected a JSON object as the body of 429 ThrottlingException, got no JSON")
                        .caughtBy(
                                "error-no-html",
                                "at the response: expected no markup in 429 ThrottlingException, got HTML or XML"),
                WrongError.reply("error-without-a-body", "SerializationException", reply -> reply.body(""))
                        .caughtBy(
                                "error-body-is-an-object",
                                "at the response: expected a JSON object as the body of 400 SerializationException, got an empty body"),
                WrongError.reply(
                                "error-as-an-array",
                                "ThrottlingException",
                                reply -> reply.body("[%s]".formatted(reply.text())))
                        .caughtBy(
                                "error-body-is-an-object",
                                "at the response: expected a JSON object as the body of 429 ThrottlingException, got a list"),
                WrongError.reply(
                                "error-as-text",
                                "AccessDeniedException",
                                reply -> reply.body("You do not have access").header("content-type", "text/plain"))
                        .caughtBy(
                                "error-body-is-an-object",
                                "at the response: expected a JSON object as the body of 403 AccessDeniedException, got no JSON")
                        .caughtBy(
                                "error-content-type-is-json",
                                "at the response: expected content-type application/json on 403 AccessDeniedException, got 'text/plain'"),
                WrongError.reply(
                                "error-as-problem-json",
                                "AccessDeniedException",
                                reply -> reply.header("content-type", "application/problem+json"))
                        .caughtBy(
                                "error-content-type-is-json",
                                "at the response: expected content-type application/json on 403 AccessDeniedException, got 'application/problem+json'"),
                WrongError.reply(
                                "error-without-content-type",
                                "ThrottlingException",
                                reply -> reply.without("content-type"))
                        .caughtBy(
                                "error-content-type-is-json",
                                "at the response: expected content-type application/json on 429 ThrottlingException, got none"),
                WrongError.reply(
                                "error-without-a-name",
                                "InternalServerException",
                                reply -> reply.without("x-amzn-errortype"))
                        .caughtBy(
                                "error-server-fault",
                                "at the response: expected 500 InternalServerException, got 500 without an error name")
                        .caughtBy(
                                "error-name-present",
                                "at the response: expected the error's name in x-amzn-errortype, or in the body as __type or code, got 500 without one"),
                WrongError.reply(
                                "error-with-an-empty-name",
                                "ThrottlingException",
                                reply -> reply.header("x-amzn-errortype", ""))
                        .caughtBy(
                                "error-throttled",
                                "at the response: expected 429 ThrottlingException, got 429 without an error name")
                        .caughtBy(
                                "error-name-present",
                                "at the response: expected the error's name in x-amzn-errortype, or in the body as __type or code, got 429 without one"),
                WrongError.reply(
                                "error-with-a-misspelt-name",
                                "AccessDeniedException",
                                reply -> reply.header("x-amzn-errortype", "AccessDenied"))
                        .caughtBy(
                                "error-access-denied",
                                "at the response: expected 403 AccessDeniedException, got 403 AccessDenied")
                        .caughtBy(
                                "error-name-is-declared",
                                "at the response: expected an error of the contract or of AWS's list of common errors, got 403 'AccessDenied'"),
                member("message-missing", "ThrottlingException", body -> body.remove("message"))
                        .caughtBy("error-message-present", "at /message: expected a message, got nothing"),
                member("message-missing-where-malformed", "SerializationException", body -> body.remove("message"))
                        .caughtBy(
                                "error-message-not-empty",
                                "at /message: expected text in 400 SerializationException, got nothing"),
                member("message-that-is-empty", "AccessDeniedException", body -> body.put("message", ""))
                        .caughtBy(
                                "error-message-not-empty",
                                "at /message: expected text in 403 AccessDeniedException, got an empty string"),
                WrongError.reply("error-name-in-the-body-alone", "ThrottlingException", ErrorBodyFlaws::nameInBody)
                        .caughtBy(
                                "error-name-in-header",
                                "at the response: expected x-amzn-errortype on 429 ThrottlingException, got the name only in the body"),
                WrongError.reply("error-member-written-twice", "AccessDeniedException", ErrorBodyFlaws::messageTwice)
                        .caughtBy(
                                "error-object-names-unique",
                                "at /message: expected one member of this name in 403 AccessDeniedException, got a second one"),
                member(
                                "message-in-capitals",
                                "AccessDeniedException",
                                body -> body.set("Message", body.remove("message")))
                        .caughtBy("error-message-present", "at /message: expected a message, got nothing"),
                member("message-null", "ThrottlingException", body -> body.putNull("message"))
                        .caughtBy("error-message-present", "at /message: expected a message, got null"),
                member("message-as-a-number", "ThrottlingException", body -> body.put("message", 429))
                        .caughtBy("error-message-is-a-string", "at /message: expected a string, got the number 429"),
                member(
                                "message-with-a-class",
                                "InternalServerException",
                                body -> body.put("message", "java.lang.NullPointerException: history"))
                        .caughtBy(
                                "error-message-names-no-class",
                                "at /message: expected text for the caller, got the class 'java.lang.NullPointerException'"),
                member("stack-trace-of-java", "InternalServerException", body -> body.put("detail", trace()))
                        .caughtBy(
                                "error-no-stack-trace",
                                "at the response: expected no stack trace in 500 InternalServerException, got a stack trace"),
                member(
                                "stack-trace-of-python",
                                "InternalServerException",
                                body -> body.put(
                                        "detail", "Traceback (most recent call last):\n  File \"app.py\", line 7"))
                        .caughtBy(
                                "error-no-stack-trace",
                                "at the response: expected no stack trace in 500 InternalServerException, got a stack trace"));
    }

    private static Flaw member(String flaw, String name, Consumer<ObjectNode> change) {
        return WrongError.body(flaw, name, change);
    }

    private static String trace() {
        return "Failed\n\tat com.acme.Histories.find(Histories.java:42)\n\tat com.acme.Main.main(Main.java:7)";
    }

    private static void nameInBody(StubReply reply) {
        reply.without("x-amzn-errortype")
                .body(reply.text().replaceFirst("\\{", "{\"__type\":\"ThrottlingException\","));
    }

    private static void messageTwice(StubReply reply) {
        reply.body(reply.text().replaceFirst("\\{", "{\"message\":\"Denied\","));
    }
}
