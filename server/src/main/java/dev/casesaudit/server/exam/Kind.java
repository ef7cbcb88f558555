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
    ERRORS,

    /** Makes each change once, also where its answer is lost. */
    WRITES;

    /** Whether each task is in a domain of its own, since its case may have to be created. */
    boolean isApart() {
        return this == WRITES;
    }

    List<Task> tasks() {
        return switch (this) {
            case RETRY -> RetryTasks.all();
            case WALK -> WalkTasks.all();
            case TOMORROW -> TomorrowTasks.all();
            case ERRORS -> ErrorTasks.all();
            case WRITES -> WriteTasks.all();
        };
    }
}
