package dev.casesaudit.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.http.Reply.Answer;
import java.util.Optional;
import java.util.Set;

/** Finds an error's name where restJson1 lets a server put it: the header, or the body's {@code __type} or {@code code}. */
public final class ErrorName {

    private static final Set<String> MODELLED = Set.of(
            "ValidationException",
            "AccessDeniedException",
            "ResourceNotFoundException",
            "ThrottlingException",
            "InternalServerException");

    private static final int LONGEST = 100;

    private ErrorName() {}

    /** Returns the bare name, without a namespace before it or a URI after it; empty where there is none. */
    public static Optional<String> of(Answer answer) {
        return answer.header("x-amzn-errortype")
                .or(() -> inBody(answer, "__type"))
                .or(() -> inBody(answer, "code"))
                .map(ErrorName::bare)
                .filter(name -> !name.isEmpty());
    }

    /** The same for what was answered; empty where nothing was. */
    public static Optional<String> of(Exchange exchange) {
        return exchange.reply() instanceof Answer answer ? of(answer) : Optional.empty();
    }

    /** Whether it is one that the operation's model has, with its members; the others are the protocol's, and AWS's for all services. */
    public static boolean isModelled(Answer answer) {
        return of(answer).filter(MODELLED::contains).isPresent();
    }

    private static Optional<String> inBody(Answer answer, String member) {
        JsonNode value = Json.read(answer.body()).path(member);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    private static String bare(String name) {
        String withoutUri = name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
        String bare = withoutUri.substring(withoutUri.indexOf('#') + 1).strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) + "\u2026" : bare;
    }
}
