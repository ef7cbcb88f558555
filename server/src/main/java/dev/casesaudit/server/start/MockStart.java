package dev.casesaudit.server.start;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the mock in this process. */
final class MockStart {

    // With a smaller heap a start can hang: the threads that would end it get no memory.
    private static final long SMALLEST_HEAP = 20 << 20;

    private static final String TOKEN_KEY = "cases.token.key";

    private MockStart() {}

    /** Returns at once; the mock ends the process when it ends. */
    static void run(CommandLine line, String... arguments) throws WrongArgument {
        if (OpenFiles.limit().orElse(Long.MAX_VALUE) < OpenFiles.OWN) {
            StartFailure.end(OpenFiles.TOO_FEW);
            return;
        }
        if (Runtime.getRuntime().maxMemory() < SMALLEST_HEAP) {
            StartFailure.end(StartFailure.outOfMemory("heap"));
            return;
        }
        line.settings().forEach(System::setProperty);
        Optional<Path> key = line.path(Option.TOKEN_KEY_FILE);
        if (key.isPresent()) {
            if (line.settings().containsKey(TOKEN_KEY)) {
                throw new WrongArgument(Option.TOKEN_KEY_FILE.word + ": the key is given twice, also as " + TOKEN_KEY);
            }
            System.setProperty(TOKEN_KEY, TokenKeyFile.read(key.get()));
        }
        Optional<Path> ready = line.path(Option.READY_FILE);
        if (ready.isPresent()) {
            try {
                new ReadyFile(ready.get()).prepare();
            } catch (IOException e) {
                throw new WrongArgument(Option.READY_FILE.word + ": cannot write " + ready.get() + ": " + e);
            }
        }
        if (line.has(Option.EXIT_WITH_PARENT)) {
            ParentWatch.endWithStandardInput();
        }
        // InvalidRequests has validated each target before Quarkus sees it. A second validation would take a fiftieth
        // of the time of a request.
        System.setProperty("vertx.disableURIValidation", "true");
        // This check marks each request for libraries that keep a database session with it. The mock has none.
        System.setProperty(VertxContextSafetyToggle.FULLY_DISABLE_PROPERTY, "true");
        Quarkus.run(
                Announcement.class,
                (exitCode, failure) -> {
                    if (failure == null) {
                        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, null);
                    } else {
                        StartFailure.print(failure);
                        StartFailure.exit(exitCode, failure);
                    }
                },
                arguments);
    }
}
