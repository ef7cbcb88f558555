package dev.casesaudit.server.exam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.api.model.RelatedItemInputContent;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The criteria of tasks that write: what became of the world, and what the attempts had in common. */
final class WriteJudges {

    private static final String CREATE_CASE = "CreateCase";

    private WriteJudges() {}

    static Judge createsOneCase() {
        return evidence -> expectedOnce(evidence.histories().size(), "cases in the domain");
    }

    static Judge createsNoCase() {
        return evidence -> evidence.histories().isEmpty() ? List.of() : List.of("made a case, which was to be refused");
    }

    static Judge triesToCreateOnce() {
        return evidence -> {
            long attempts = ofCreateCase(evidence).size();
            return attempts < 2
                    ? List.of()
                    : List.of(String.format(
                            Locale.ROOT, "made %d attempts for an error that is not retryable", attempts));
        };
    }

    static Judge repeatsClientToken() {
        return evidence -> {
            List<Attempt> attempts = ofCreateCase(evidence);
            Set<Optional<String>> tokens =
                    attempts.stream().map(Attempt::clientToken).collect(Collectors.toSet());
            if (tokens.contains(Optional.empty())) {
                return List.of("sent CreateCase without a clientToken");
            }
            return tokens.size() < 2
                    ? List.of()
                    : List.of(String.format(
                            Locale.ROOT,
                            "sent %d different clientTokens in %d attempts",
                            tokens.size(),
                            attempts.size()));
        };
    }

    private static List<Attempt> ofCreateCase(Evidence evidence) {
        return evidence.attempts().stream()
                .filter(attempt -> attempt.operation().equals(Optional.of(CREATE_CASE)))
                .toList();
    }

    static Judge setsTitleOnce() {
        return evidence -> expectedOnce(
                evidence.histories().stream()
                        .mapToLong(one -> editsOfTitle(one.history()))
                        .sum(),
                String.format(Locale.ROOT, "edits in the history that set the title to '%s'", WriteTasks.TITLE));
    }

    private static long editsOfTitle(AuditHistory history) {
        return IntStream.range(0, history.size())
                .mapToObj(number -> Json.readOwn(history.at(number)).path("fields"))
                .flatMap(fields -> IntStream.range(0, fields.size()).mapToObj(fields::path))
                .filter(WriteJudges::isNewTitle)
                .count();
    }

    private static boolean isNewTitle(JsonNode field) {
        JsonNode value = field.path("newValue");
        return field.path("eventFieldId").asText().equals("title")
                && value.path("stringValue").asText().equals(WriteTasks.TITLE)
                && !field.path("oldValue").equals(value);
    }

    static Judge addsOneComment() {
        return evidence -> expectedOnce(
                evidence.histories().stream()
                        .flatMap(one -> one.content().relatedItems().values().stream())
                        .filter(item -> item.content() instanceof RelatedItemInputContent.Comment comment
                                && comment.comment().getBody().equals(WriteTasks.COMMENT))
                        .count(),
                String.format(Locale.ROOT, "comments '%s' on the case", WriteTasks.COMMENT));
    }

    private static List<String> expectedOnce(long count, String what) {
        return count == 1 ? List.of() : List.of(String.format(Locale.ROOT, "left %d %s, expected 1", count, what));
    }
}
