package dev.casesaudit.server;

import dev.casesaudit.server.start.Program;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where Java and Quarkus begin. */
@QuarkusMain
public final class Main {

    public static void main(String... arguments) {
        Program.run(arguments);
    }
}
