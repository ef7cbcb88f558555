package dev.casesaudit.server.exam;

import java.util.List;

/** What a client is tried by. */
public enum Kind {
    /** Whether it comes back after what passes, waits before it does, and gives up in the end. */
    RETRY,

    /** Whether it follows each token once, whatever the pages look like. */
    WALK,

    /** Whether it lives with what no model knows yet. */
    TOMORROW,

    /** Whether it takes no for an answer. */
    ERRORS;

    List<Task> tasks() {
        return switch (this) {
            case RETRY -> RetryTasks.all();
            case WALK -> WalkTasks.all();
            case TOMORROW -> TomorrowTasks.all();
            case ERRORS -> ErrorTasks.all();
        };
    }
}
