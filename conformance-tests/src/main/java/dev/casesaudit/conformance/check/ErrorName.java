package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Reply.Response;
import java.util.Optional;
import java.util.Set;

/** Finds the name of an error in the header, or in {@code __type} or {@code code} of the body. */
public final class ErrorName {

    private static final Set<String> MODELLED = Set.of(
            "ValidationException",
            "AccessDeniedException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "InternalServerException");

    private static final int LONGEST = 100;

    private ErrorName() {}

    /** Returns the name without a namespace before it or a URI after it. */
    public static Optional<String> of(Response response) {
        return response.header("x-amzn-errortype")
                .or(() -> inBody(response, "__type"))
                .or(() -> inBody(response, "code"))
                .map(ErrorName::bare)
                .filter(name -> !name.isEmpty());
    }

    public static Optional<String> of(Exchange exchange) {
        return exchange.reply() instanceof Response response ? of(response) : Optional.empty();
    }

    /** Whether the model has the error. Other errors belong to the protocol or to all AWS services. */
    public static boolean isModelled(Response response) {
        return of(response).filter(MODELLED::contains).isPresent();
    }

    private static Optional<String> inBody(Response response, String member) {
        JsonNode value = Json.read(response.body()).path(member);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static String bare(String name) {
        String withoutUri = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
        String bare = withoutUri.substring(withoutUri.indexOf('#') + 1).strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) + "\u2026" : bare;
    }
}
