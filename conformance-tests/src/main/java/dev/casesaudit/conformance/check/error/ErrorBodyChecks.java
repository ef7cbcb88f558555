package dev.casesaudit.conformance.check.error;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.ErrorName;
import dev.casesaudit.conformance.check.Expect;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.JsonSyntax;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The form of all errors: body, name and message. */
public final class ErrorBodyChecks extends CheckTable {

    private static final String HEADER = "x-amzn-errortype";

    private static final Pattern MARKUP =
            Pattern.compile("^\\s*<|<!doctype html|<html|<body", Pattern.CASE_INSENSITIVE);

    // Further common errors that the page of the operation refers to. The contract has those that the kit can provoke.
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

    // Word by word: one expression for a long message takes quadratic time.
    private static final Pattern CLASS = Pattern.compile("[\\w.]++|<class '[^']{0,200}'>");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_]\\w*");
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*(?:Exception|Error)");

    private static final int LONGEST_TRACED = 64 * 1024;

    // Java, Python, JavaScript, .NET and Go.
    private static final Pattern TRACE =
            Pattern.compile("at [\\w$.<>/]+\\(([\\w$]+\\.(java|kt|scala):\\d+|Native Method|Unknown Source)\\)"
                    + "|Traceback \\(most recent call last\\)"
                    + "|at [^\\n]{1,200}\\.[cm]?[jt]s:\\d+:\\d+"
                    + "|at [^\\n]{1,200}:line \\d+"
                    + "|goroutine \\d+ \\[");

    @Override
    public List<Check> checks() {
        return List.of(
                onErrors("error-body-is-an-object", (context, error) -> Expect.object(error)),
                onErrors("error-content-type-is-json", (context, error) -> otherContentType(error)),
                onErrors("error-no-html", (context, error) -> markup(error)),
                onErrors(
                        "error-object-names-unique",
                        error -> JsonSyntax.of(text(error)).problem().isEmpty(),
                        (context, error) -> repeatedName(error)),
                onErrors("error-name-present", (context, error) -> nameless(error))
                        .covering("header.x-amzn-errortype", Keyword.REQUIRED),
                onErrors("error-name-in-header", ErrorBodyChecks::isNamed, (context, error) -> nameless(error, HEADER)),
                onErrors("error-name-is-declared", ErrorBodyChecks::isNamed, ErrorBodyChecks::undeclared)
                        .covering("header.x-amzn-errortype", Keyword.ENUM),
                onErrors(
                                "error-message-present",
                                error -> isModelled(error) && Json.body(error).isObject(),
                                (context, error) -> otherThan(
                                        "a message", error, Json.body(error).hasNonNull("message")))
                        .covering("ErrorMessage.message", Keyword.REQUIRED)
                        .covering("ResourceNotFound.message", Keyword.REQUIRED),
                onErrors(
                                "error-message-is-a-string",
                                error -> isModelled(error) && Json.body(error).hasNonNull("message"),
                                (context, error) -> otherThan(
                                        "a string", error, message(error).isTextual()))
                        .covering("ErrorMessage.message", Keyword.TYPE)
                        .covering("ResourceNotFound.message", Keyword.TYPE),
                onErrors(
                        "error-message-not-empty",
                        // Another requirement is about the errors of the model.
                        error -> Json.body(error).isObject()
                                && (Json.body(error).hasNonNull("message") || !isModelled(error)),
                        (context, error) -> emptyMessage(error)),
                onErrors(
                        "error-message-names-no-class",
                        error -> !message(error).asText().isEmpty(),
                        (context, error) -> className(error)),
                onErrors("error-no-stack-trace", (context, error) -> stackTrace(error)));
    }

    private static List<Finding> otherContentType(Exchange error) {
        String type = error.response().header("content-type").orElse("");
        return Finding.unless(
                type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"),
                error,
                "content-type application/json on " + Expect.described(error),
                type.isEmpty() ? "none" : quoted(type));
    }

    private static List<Finding> markup(Exchange error) {
        boolean found = MARKUP.matcher(text(error)).find();
        return Finding.unless(!found, error, "no markup in " + Expect.described(error), "HTML or XML");
    }

    private static List<Finding> repeatedName(Exchange error) {
        return JsonSyntax.of(text(error)).repeated().stream()
                .limit(1)
                .map(pointer -> new Finding(
                        pointer, "one member of this name in " + Expect.described(error), "a second one", error))
                .toList();
    }

    private static List<Finding> nameless(Exchange error) {
        return Finding.unless(
                isNamed(error),
                error,
                "the error's name in x-amzn-errortype, or in the body as __type or code",
                error.response().status() + " without one");
    }

    private static List<Finding> nameless(Exchange error, String header) {
        boolean named = !error.response().header(header).orElse("").isBlank();
        return Finding.unless(named, error, header + " on " + Expect.described(error), "the name only in the body");
    }

    private static List<Finding> undeclared(CheckContext context, Exchange error) {
        return ErrorName.of(error).stream()
                .filter(name -> context.contract().error(name).isEmpty() && !COMMON.contains(name))
                .map(name -> Finding.of(
                                error,
                                "an error of the contract or of AWS's list of common errors",
                                error.response().status() + " " + quoted(name))
                        .asDeviation())
                .toList();
    }

    // The model does not demand a message of the other errors, but an error without one helps nobody.
    private static List<Finding> emptyMessage(Exchange error) {
        JsonNode message = message(error);
        boolean right = message.isTextual() ? !message.asText().isBlank() : isModelled(error);
        String actual = message.isTextual() ? "an empty string" : Expect.kind(message);
        return Finding.unless(right, error, "/message", "text in " + Expect.described(error), actual);
    }

    private static List<Finding> className(Exchange error) {
        return CLASS.matcher(message(error).asText())
                .results()
                .map(MatchResult::group)
                .filter(ErrorBodyChecks::isClass)
                .limit(1)
                .map(name -> new Finding("/message", "text for the caller", "the class " + quoted(name), error))
                .toList();
    }

    private static boolean isClass(String word) {
        int packages = 0;
        for (String part : word.split("\\.", -1)) {
            if (packages > 1 && NAME.matcher(part).matches()) {
                return true;
            }
            packages = PACKAGE.matcher(part).matches() ? packages + 1 : 0;
        }
        return word.startsWith("<");
    }

    private static List<Finding> stackTrace(Exchange error) {
        String text = text(error);
        boolean found = TRACE.matcher(text.substring(0, Math.min(text.length(), LONGEST_TRACED)))
                .find();
        return Finding.unless(!found, error, "no stack trace in " + Expect.described(error), "a stack trace");
    }

    private static List<Finding> otherThan(String expected, Exchange error, boolean right) {
        return Finding.unless(right, error, "/message", expected, Expect.kind(message(error)));
    }

    private static boolean isNamed(Exchange error) {
        return ErrorName.of(error).isPresent();
    }

    private static boolean isModelled(Exchange error) {
        return ErrorName.isModelled(error.response());
    }

    private static String text(Exchange error) {
        return error.response().body().text();
    }

    private static JsonNode message(Exchange error) {
        return Json.body(error).path("message");
    }
}
