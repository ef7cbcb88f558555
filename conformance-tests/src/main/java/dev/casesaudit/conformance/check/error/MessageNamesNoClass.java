package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What went wrong inside the target is not told by the name of a class. */
final class MessageNamesNoClass extends ErrorCheck {

    private static final Pattern CLASS =
            Pattern.compile("\\b[a-z_]\\w*(?:\\.[a-z_]\\w*)+\\.[A-Z]\\w*(?:Exception|Error)\\b|<class '[^']*'>");

    MessageNamesNoClass() {
        super("error-message-names-no-class");
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return message(error).length() > 0;
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        Matcher found = CLASS.matcher(message(error));
        return found.find()
                ? Optional.of(new Finding(
                        "/message",
                        "words for the caller",
                        String.format(Locale.ROOT, "the class '%s'", found.group()),
                        error))
                : Optional.empty();
    }

    private static String message(Exchange error) {
        return Json.read(error.answer().body()).path("message").asText();
    }
}
