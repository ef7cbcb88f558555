package dev.casesaudit.conformance.http;

import java.util.concurrent.ThreadFactory;

/** Daemon threads, which do not keep the program running. */
final class Daemons {

    private Daemons() {}

    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
