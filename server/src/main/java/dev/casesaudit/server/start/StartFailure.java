package dev.casesaudit.server.start;

import dev.casesaudit.server.config.SettingsCheck;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Reports to the operator why the mock did not start. */
final class StartFailure {

    private static final int EXIT_CODE = 1;

    private StartFailure() {}

    /** Ends the program before the mock starts. */
    static void end(String message) {
        System.err.println(message);
        exit(EXIT_CODE, null);
    }

    /** Ends the program after its start has failed. */
    static void exit(int code, @Nullable Throwable failure) {
        if (ArchivedStart.isRecording()) {
            // Without an archive of a start that failed.
            Runtime.getRuntime().halt(code);
        }
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    /** Prints all problems; the stack trace only of an unexpected exception. */
    static void print(Throwable failure) {
        // The mock was told to stop, and has logged it.
        if (causes(failure).anyMatch(CancellationException.class::isInstance)) {
            return;
        }
        message(failure).ifPresentOrElse(System.err::println, () -> {
            System.err.println("The mock cannot start because of an unexpected error:");
            failure.printStackTrace();
        });
    }

    static Optional<String> message(Throwable failure) {
        return causes(failure)
                .map(StartFailure::known)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof ConfigValidationException invalid) {
            return Optional.of(settings(IntStream.range(0, invalid.getProblemCount())
                    .mapToObj(i -> invalid.getProblem(i).getMessage())));
        } else if (cause instanceof ConfigurationException invalid) {
            return Optional.of(settings(String.valueOf(invalid.getMessage()).lines()));
        } else if (cause instanceof QuarkusBindException bind) {
            return Optional.of(listening(bind));
        } else if (cause instanceof UnknownHostException unknown) {
            return Optional.of("quarkus.http.host: expected an address or a name of this machine, got one that is not"
                    + " known: " + unknown.getMessage());
        } else if (cause instanceof OutOfMemoryError error) {
            return Optional.of(outOfMemory(String.valueOf(error.getMessage())));
        } else if (String.valueOf(cause.getMessage()).contains("Too many open files")) {
            return Optional.of(OpenFiles.TOO_FEW);
        }
        return Optional.empty();
    }

    private static String listening(QuarkusBindException bind) {
        // The last part of the message repeats host and port.
        String message = String.valueOf(bind.getMessage());
        String reason = message.substring(message.lastIndexOf(": ") + 1).strip();
        if (reason.contains("in use")) {
            return port(bind, "that is free", "which another process has. Set another one, or 0 for any that is free");
        } else if (reason.contains("Permission denied")) {
            return port(bind, "that this user may listen on", "which is reserved. Set one from 1024 on");
        }
        return String.format(
                Locale.ROOT,
                "quarkus.http.host: expected an address of this machine, got %s: %s",
                bind.getHost(),
                reason);
    }

    private static String port(QuarkusBindException bind, String expected, String got) {
        return String.format(
                Locale.ROOT, "quarkus.http.port: expected a port %s, got %d, %s.", expected, bind.getPort(), got);
    }

    static String outOfMemory(String reason) {
        if (reason.contains("native thread")) {
            return "The mock cannot start: the operating system allows it no further thread. Raise the limit of processes (ulimit -u,"
                    + " or the container's limit of pids).";
        } else if (reason.contains("heap") || reason.contains("GC overhead")) {
            return String.format(
                    Locale.ROOT,
                    "The mock cannot start: a heap of %,d MB is too small for it and its fixtures. Set a larger one, such as"
                            + " java -Xmx2g -jar, or load fewer events with cases.fixtures.",
                    Runtime.getRuntime().maxMemory() >> 20);
        }
        return String.format(Locale.ROOT, "The mock cannot start: Java is out of memory (%s).", reason);
    }

    // All problems of settings, where the library stops at the first.
    private static String settings(Stream<String> refusals) {
        return SettingsCheck.report(refusals.toList(), ConfigProvider.getConfig(), System.getenv());
    }
}
