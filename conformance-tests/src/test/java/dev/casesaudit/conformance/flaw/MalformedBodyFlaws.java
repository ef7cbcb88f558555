package dev.casesaudit.conformance.flaw;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Flaws in that bodies are read which should not be. */
final class MalformedBodyFlaws {

    private MalformedBodyFlaws() {}

    static List<Flaw> all() {
        return List.of(
                lenient("reads-comments", JsonReadFeature.ALLOW_JAVA_COMMENTS, "request-body-comment"),
                lenient("reads-single-quotes", JsonReadFeature.ALLOW_SINGLE_QUOTES, "request-body-single-quotes"),
                lenient(
                        "reads-names-without-quotes",
                        JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
                        "request-body-unquoted-name"),
                lenient("reads-trailing-commas", JsonReadFeature.ALLOW_TRAILING_COMMA, "request-body-trailing-comma"),
                lenient(
                        "reads-leading-zeros",
                        JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                        "request-body-leading-zeros"),
                mended("reads-hexadecimal-numbers", body -> body.replace("0x19", "25"), "request-body-hex-number"),
                mended("skips-form-feeds", body -> body.replace('\f', ' '), "request-body-form-feed"),
                mended("replaces-what-is-not-utf-8", MalformedBodyFlaws::decoded, "request-body-invalid-encoding"),
                mended("mends-truncated-bodies", MalformedBodyFlaws::closed, "request-body-truncated"),
                mended(
                        "stops-at-the-end-of-the-first-value",
                        body -> body.replaceFirst("^(\\{[^{}]*\\}).+", "$1"),
                        "request-body-trailing-text",
                        "request-body-second-value"),
                mended(
                        "reads-the-last-of-two-values",
                        body -> body.endsWith("}{}") ? "{}" : body,
                        "request-body-second-value"),
                mended("decodes-a-body-twice", body -> body.equals("\"{}\"") ? "{}" : body, "request-body-string"),
                mended(
                        "takes-an-empty-list-for-no-members",
                        body -> body.equals("[]") ? "{}" : body,
                        "request-body-array"),
                mended("takes-null-for-no-body", body -> body.equals("null") ? "{}" : body, "request-body-null"),
                mended(
                        "ignores-a-body-that-is-a-number-or-boolean",
                        body -> body.matches("true|\\d+") ? "{}" : body,
                        "request-body-number",
                        "request-body-boolean"),
                readsNanAsAbsent());
    }

    private static Flaw lenient(String name, JsonReadFeature feature, String id) {
        return Flaw.of(name, () -> new LenientService(feature)).caughtBy(id, RequestFlaws.SERVED_MALFORMED);
    }

    private static Flaw mended(String name, UnaryOperator<String> mend, String... ids) {
        return Flaw.of(name, () -> new Service() {
                    @Override
                    protected JsonNode parse(String body) {
                        return super.parse(mend.apply(body));
                    }
                })
                .caughtByEach(RequestFlaws.SERVED_MALFORMED, ids);
    }

    // The stub keeps bytes as ISO 8859-1.
    private static String decoded(String body) {
        String text = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String closed(String body) {
        return body.startsWith("{") && !body.contains("}") ? body + "}" : body;
    }

    private static Flaw readsNanAsAbsent() {
        return Flaw.of("takes-nan-for-no-number", () -> new LenientService(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) {
                    @Override
                    protected Optional<Integer> maxResults(JsonNode value) {
                        return Double.isNaN(value.asDouble()) ? Optional.empty() : super.maxResults(value);
                    }
                })
                .caughtBy("request-body-nan", RequestFlaws.SERVED_MALFORMED);
    }

    /** Reads one thing more than JSON has. */
    private static class LenientService extends Service {

        private final JsonMapper mapper;

        LenientService(JsonReadFeature feature) {
            mapper = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(feature)
                    .build();
        }

        @Override
        protected JsonNode parse(String body) {
            JsonNode value;
            try {
                value = mapper.readTree(body.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw StubError.malformed("The body is not JSON");
            }
            if (!value.isObject()) {
                throw StubError.malformed("The body is not an object");
            }
            return value;
        }
    }
}
