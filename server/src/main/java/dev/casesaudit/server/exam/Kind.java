package dev.casesaudit.server.exam;

import java.util.List;

/** What a client is tried by. */
public enum Kind {
    /** Whether it comes back after what passes, waits before it does, and gives up in the end. */
    RETRY(RetryTasks.all()),

    /** Whether it follows each token once, whatever the pages look like. */
    WALK(WalkTasks.all()),

    /** Whether it lives with what no model knows yet. */
    TOMORROW(TomorrowTasks.all()),

    /** Whether it takes no for an answer. */
    ERRORS(ErrorTasks.all());

    private final List<Task> tasks;

    Kind(List<Task> tasks) {
        this.tasks = tasks;
    }

    List<Task> tasks() {
        return tasks;
    }
}
