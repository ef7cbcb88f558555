package dev.casesaudit.server.exam;

import java.util.List;

/** What an exam tests. */
public enum Kind {
    /** Retries transient errors, waits before each retry, and gives up in the end. */
    RETRY,

    /** Follows each token once, whatever the pages look like. */
    WALK,

    /** Survives members, types and arms that no model knows yet. */
    TOMORROW,

    /** Does not retry errors that are not retryable. */
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
