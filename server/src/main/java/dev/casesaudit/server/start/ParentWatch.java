package dev.casesaudit.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Ends the mock together with the program that started it. */
final class ParentWatch {

    private ParentWatch() {}

    /** Ends the mock when its standard input closes: when whoever holds its other end closes it or is killed. */
    static void endWithStandardInput() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // What somebody writes means nothing.
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } finally {
                        System.exit(0);
                    }
                },
                "end with standard input");
        watch.setDaemon(true);
        watch.start();
    }

    /** Ends the mock when its parent process ends in whatever way. */
    static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread watch = new Thread(
                    () -> {
                        parent.onExit().join();
                        System.exit(0);
                    },
                    "end with the parent process");
            watch.setDaemon(true);
            watch.start();
        });
    }
}
