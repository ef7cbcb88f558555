package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.JsonSyntax;
import dev.casesaudit.conformance.check.Row;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of errors, whichever they are: their body, their name and their message. */
public final class ErrorBodyChecks extends CheckTable {

    private static final String HEADER = "x-amzn-errortype";

    private static final Pattern MARKUP =
            Pattern.compile("^\\s*<|<!doctype html|<html|<body", Pattern.CASE_INSENSITIVE);

    // The contract has those that the kit can provoke; the operation's page refers to these as well.
    private static final Set<String> COMMON = Set.of(
            "IncompleteSignature",
            "InternalFailure",
            "MalformedHttpRequestException",
            "NotAuthorized",
            "OptInRequired",
            "RequestAbortedException",
            "RequestExpired",
            "RequestTimeoutException",
            "ServiceUnavailable",
            "ValidationError");

    private static final Pattern CLASS =
            Pattern.compile("\\b[a-z_]\\w*(?:\\.[a-z_]\\w*)+\\.[A-Z]\\w*(?:Exception|Error)\\b|<class '[^']*'>");

    // As Java, Python, JavaScript, .NET and Go print them.
    private static final Pattern TRACE =
            Pattern.compile("at [\\w$.<>/]+\\(([\\w$]+\\.(java|kt|scala):\\d+|Native Method|Unknown Source)\\)"
                    + "|Traceback \\(most recent call last\\)"
                    + "|at [^\\n]{1,200}\\.[cm]?[jt]s:\\d+:\\d+"
                    + "|at [^\\n]{1,200}:line \\d+"
                    + "|goroutine \\d+ \\[");

    @Override
    public List<Row> checks() {
        return List.of(
                onErrors("error-body-is-an-object", (trial, error) -> Expect.object(error)),
                onErrors("error-content-type-is-json", (trial, error) -> otherContentType(error)),
                onErrors(
                        "error-no-html",
                        (trial, error) -> unless(
                                !MARKUP.matcher(text(error)).find(),
                                error,
                                "no markup in " + described(error),
                                "HTML or XML")),
                onErrors(
                        "error-object-names-unique",
                        error -> JsonSyntax.of(text(error)).problem().isEmpty(),
                        (trial, error) -> repeatedName(error)),
                onErrors(
                                "error-name-present",
                                (trial, error) -> unless(
                                        isNamed(error),
                                        error,
                                        "the error's name in x-amzn-errortype, or in the body as __type or code",
                                        error.answer().status() + " without one"))
                        .covering("header.x-amzn-errortype", Keyword.REQUIRED),
                onErrors(
                        "error-name-in-header",
                        ErrorBodyChecks::isNamed,
                        (trial, error) -> unless(
                                !error.answer().header(HEADER).orElse("").isBlank(),
                                error,
                                HEADER + " on " + described(error),
                                "its name in the body alone")),
                onErrors("error-name-is-declared", ErrorBodyChecks::isNamed, ErrorBodyChecks::undeclared)
                        .covering("header.x-amzn-errortype", Keyword.ENUM),
                onErrors(
                                "error-message-present",
                                error -> isModelled(error) && body(error).isObject(),
                                (trial, error) ->
                                        wrongMessage(error, body(error).hasNonNull("message"), "a message"))
                        .covering("ErrorMessage.message", Keyword.REQUIRED)
                        .covering("ResourceNotFound.message", Keyword.REQUIRED),
                onErrors(
                                "error-message-is-a-string",
                                error -> isModelled(error) && body(error).hasNonNull("message"),
                                (trial, error) ->
                                        wrongMessage(error, message(error).isTextual(), "a string"))
                        .covering("ErrorMessage.message", Keyword.TYPE)
                        .covering("ResourceNotFound.message", Keyword.TYPE),
                onErrors(
                        "error-message-not-empty",
                        // What the model demands is a requirement of its own.
                        error -> body(error).isObject() && (body(error).hasNonNull("message") || !isModelled(error)),
                        (trial, error) -> emptyMessage(error)),
                onErrors(
                        "error-message-names-no-class",
                        error -> !message(error).asText().isEmpty(),
                        (trial, error) -> className(error)),
                onErrors(
                        "error-no-stack-trace",
                        (trial, error) -> unless(
                                !TRACE.matcher(text(error)).find(),
                                error,
                                "no stack trace in " + described(error),
                                "one")));
    }

    private static Optional<Finding> otherContentType(Exchange error) {
        String type = error.answer().header("content-type").orElse("");
        return unless(
                type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"),
                error,
                "content-type application/json on " + described(error),
                type.isEmpty() ? "none" : quoted(type));
    }

    private static Optional<Finding> repeatedName(Exchange error) {
        return JsonSyntax.of(text(error)).repeated().stream()
                .findFirst()
                .map(pointer ->
                        new Finding(pointer, "one member of this name in " + described(error), "a second one", error));
    }

    private static Optional<Finding> undeclared(Trial trial, Exchange error) {
        return ErrorName.of(error.answer())
                .filter(name -> trial.contract().error(name).isEmpty() && !COMMON.contains(name))
                .map(name -> Finding.of(
                                error,
                                "an error that the contract or AWS's list of common errors has",
                                error.answer().status() + " " + quoted(name))
                        .asDeviation());
    }

    // Those of the protocol must say something, too, though nothing demands a message of them.
    private static Optional<Finding> emptyMessage(Exchange error) {
        JsonNode message = message(error);
        boolean otherType = !message.isTextual() && isModelled(error);
        return otherType || (message.isTextual() && !message.asText().isBlank())
                ? Optional.empty()
                : Optional.of(new Finding(
                        "/message",
                        "words in " + described(error),
                        message.isTextual() ? "an empty string" : Expect.kind(message),
                        error));
    }

    private static Optional<Finding> className(Exchange error) {
        Matcher found = CLASS.matcher(message(error).asText());
        return found.find()
                ? Optional.of(
                        new Finding("/message", "words for the caller", "the class " + quoted(found.group()), error))
                : Optional.empty();
    }

    private static Optional<Finding> wrongMessage(Exchange error, boolean right, String expected) {
        return right
                ? Optional.empty()
                : Optional.of(new Finding("/message", expected, Expect.kind(message(error)), error));
    }

    private static Optional<Finding> unless(boolean right, Exchange error, String expected, String actual) {
        return right ? Optional.empty() : Optional.of(Finding.of(error, expected, actual));
    }

    private static boolean isNamed(Exchange error) {
        return ErrorName.of(error.answer()).isPresent();
    }

    private static boolean isModelled(Exchange error) {
        return ErrorName.isModelled(error.answer());
    }

    private static String described(Exchange error) {
        return Expect.described(error.answer());
    }

    private static String text(Exchange error) {
        return error.answer().body().text();
    }

    private static JsonNode body(Exchange error) {
        return Json.read(error.answer().body());
    }

    private static JsonNode message(Exchange error) {
        return body(error).path("message");
    }
}
