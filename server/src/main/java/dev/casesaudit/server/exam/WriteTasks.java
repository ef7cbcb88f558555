package dev.casesaudit.server.exam;

import static dev.casesaudit.server.exam.WriteJudges.addsOneComment;
import static dev.casesaudit.server.exam.WriteJudges.createsNoCase;
import static dev.casesaudit.server.exam.WriteJudges.createsOneCase;
import static dev.casesaudit.server.exam.WriteJudges.repeatsClientToken;
import static dev.casesaudit.server.exam.WriteJudges.setsTitleOnce;
import static dev.casesaudit.server.exam.WriteJudges.triesToCreateOnce;

import java.util.List;

/**
 * Tasks for clients that must make each change once, whatever happens to its answer. Each is in a domain of its own.
 */
final class WriteTasks {

    static final String TITLE = "updated";
    static final String COMMENT = "a comment";

    private static final String CREATE = "creates one case, with the same clientToken in each attempt, ";
    private static final String UPDATE = "sets the title of the case to '" + TITLE + "' once, ";
    private static final String ADD = "adds the comment '" + COMMENT + "' once, ";

    // Of its creation. More would have comments of others.
    private static final int EVENTS = 1;

    private static final List<Task> ALL = List.of(
            create("create-throttled", "through ThrottlingException", "Throttling*2, ok"),
            create("create-internal-error", "through InternalServerException", "InternalServer*2, ok"),
            create("create-lost", "when its first answer is lost", "lost, ok"),
            create(
                    "create-lost-throttled",
                    "when its first answer is lost and its retry throttled",
                    "lost, Throttling, ok"),
            Task.of(
                            "create-conflict",
                            "does not retry the ConflictException of CreateCase",
                            triesToCreateOnce().and(createsNoCase()))
                    .meeting("Conflict*forever"),
            update("update-throttled", "through ThrottlingException", "Throttling*2, ok"),
            update("update-lost", "when its first answer is lost", "lost, ok"),
            comment("comment-throttled", "through ThrottlingException", "Throttling*2, ok"),
            comment(
                    "comment-lost",
                    "when its first answer is lost: CreateRelatedItem has no client token, so a client reads the history"
                            + " before it adds the comment again",
                    "lost, ok"));

    private WriteTasks() {}

    static List<Task> all() {
        return ALL;
    }

    private static Task create(String name, String through, String script) {
        return Task.of(name, CREATE + through, createsOneCase().and(repeatsClientToken()))
                .withScriptOfOneCall(script);
    }

    private static Task update(String name, String through, String script) {
        return Task.of(name, UPDATE + through, setsTitleOnce())
                .withEvents(EVENTS)
                .withScriptOfOneCall(script);
    }

    private static Task comment(String name, String through, String script) {
        return Task.of(name, ADD + through, addsOneComment()).withEvents(EVENTS).withScriptOfOneCall(script);
    }
}
