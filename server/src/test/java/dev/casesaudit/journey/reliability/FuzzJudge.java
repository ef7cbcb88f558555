package dev.casesaudit.journey.reliability;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.RawConnection.Response;
import dev.casesaudit.server.error.ErrorType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges a response to a request that did not ask for a fault. */
final class FuzzJudge {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Pattern INNARDS = Pattern.compile(
            "\\bat [a-z]+\\.[a-z.]+\\(|com\\.fasterxml|io\\.(vertx|netty|quarkus)|dev\\.casesaudit|java\\.(lang|util|io)\\.");

    private FuzzJudge() {}

    /** Returns what is wrong with a response, if anything is. */
    static Optional<String> fault(Response answer, boolean withoutBody) {
        if (answer.header("x-amzn-requestid").size() != 1) {
            return Optional.of("expected one x-amzn-requestid");
        }
        if (answer.status() >= 500) {
            return Optional.of("expected no failure");
        }
        if (answer.status() >= 400) {
            return faultOfError(answer, withoutBody);
        }
        if (!answer.header(ErrorType.HEADER).isEmpty()) {
            return Optional.of("expected no error's name");
        }
        return withoutBody
                        || answer.bytes().isEmpty()
                        || !isJson(answer)
                        || read(answer).isPresent()
                ? Optional.empty()
                : Optional.of("expected JSON");
    }

    private static Optional<String> faultOfError(Response answer, boolean withoutBody) {
        List<String> names = answer.header(ErrorType.HEADER);
        boolean named = names.size() == 1
                && ErrorType.named(names.get(0))
                        .filter(type -> type.status() == answer.status())
                        .isPresent();
        if (!named) {
            return Optional.of("expected the name of an error of this status");
        }
        if (!answer.header("content-type").equals(List.of("application/json"))) {
            return Optional.of("expected the content type application/json");
        }
        if (withoutBody) {
            return Optional.empty();
        }
        if (INNARDS.matcher(answer.bytes()).find()) {
            return Optional.of("expected no names of classes");
        }
        return read(answer).filter(body -> body.path("message").isTextual()).isPresent()
                ? Optional.empty()
                : Optional.of("expected a JSON object with a message");
    }

    private static boolean isJson(Response answer) {
        return answer.header("content-type").contains("application/json");
    }

    private static Optional<JsonNode> read(Response answer) {
        try {
            return Optional.of(JSON.readTree(Bytes.toSend(answer.bytes())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
