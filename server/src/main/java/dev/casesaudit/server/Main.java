package dev.casesaudit.server;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import java.util.List;
import java.util.Locale;

/** Starts the mock. */
@QuarkusMain
public final class Main {

    // With a smaller heap a start can hang: the threads that would end it get no memory.
    private static final long SMALLEST_HEAP = 20 << 20;

    public static void main(String... arguments) {
        // Otherwise times in the log and texts of libraries have the digits and language of the machine's locale.
        Locale.setDefault(Locale.ROOT);
        try {
            CommandLine line = CommandLine.read(List.of(arguments));
            line.text().ifPresentOrElse(System.out::println, () -> {
                EarlyClasses.begin();
                line.settings().forEach(System::setProperty);
                start(arguments);
            });
        } catch (CommandLine.WrongArgument e) {
            StartFailure.end(String.valueOf(e.getMessage()));
        }
    }

    private static void start(String... arguments) {
        if (OpenFiles.limit().orElse(Long.MAX_VALUE) < OpenFiles.OWN) {
            StartFailure.end(OpenFiles.TOO_FEW);
            return;
        }
        if (Runtime.getRuntime().maxMemory() < SMALLEST_HEAP) {
            StartFailure.end(StartFailure.outOfMemory("heap"));
            return;
        }
        // InvalidRequests has validated each target before Quarkus sees it. A second validation would take a fiftieth
        // of the time of a request.
        System.setProperty("vertx.disableURIValidation", "true");
        // This check marks each request for libraries that keep a database session with it. The mock has none.
        System.setProperty(VertxContextSafetyToggle.FULLY_DISABLE_PROPERTY, "true");
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    if (failure != null) {
                        StartFailure.print(failure);
                    }
                    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
                },
                arguments);
    }
}
