package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pattern that one edition of the API reference gives an id, and that neither the contract nor AWS's model has. */
final class IdPattern {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-._/:#=+-]*");
    private static final Pattern ROUTE = Pattern.compile("/domains/([^/]*)/cases/([^/?]*)/.*");

    private IdPattern() {}

    /** Whether a request for a history has an id that does not match. */
    static boolean isBrokenBy(Request request) {
        Matcher route = ROUTE.matcher(request.target());
        return route.matches() && !(matches(route.group(1)) && matches(route.group(2)));
    }

    private static boolean matches(String label) {
        try {
            // Of a path, in which a plus is itself.
            String id = URLDecoder.decode(label.replace("+", "%2B"), StandardCharsets.UTF_8);
            return ID.matcher(id).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
