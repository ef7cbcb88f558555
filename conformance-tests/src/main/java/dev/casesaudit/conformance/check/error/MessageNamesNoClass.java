package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.ErrorCheck;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Json;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What went wrong inside the target is not told by the name of a class. */
final class MessageNamesNoClass extends ErrorCheck {

    // Word by word, since an expression for the whole takes the square of a long message's length.
    private static final Pattern CLASS = Pattern.compile("[\\w.]++|<class '[^']{0,200}'>");
    private static final Pattern PACKAGE = Pattern.compile("[a-z_]\\w*");
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*(?:Exception|Error)");

    MessageNamesNoClass() {
        super("error-message-names-no-class");
    }

    @Override
    protected boolean looksAt(Exchange error) {
        return message(error).length() > 0;
    }

    @Override
    protected Optional<Finding> wrong(Trial trial, Exchange error) {
        return CLASS.matcher(message(error))
                .results()
                .map(MatchResult::group)
                .filter(MessageNamesNoClass::isClass)
                .findFirst()
                .map(name -> new Finding(
                        "/message", "words for the caller", String.format(Locale.ROOT, "the class '%s'", name), error));
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

    private static String message(Exchange error) {
        return Json.read(error.answer().body()).path("message").asText();
    }
}
