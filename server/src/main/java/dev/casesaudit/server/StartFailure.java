package dev.casesaudit.server;

import dev.casesaudit.server.config.SettingsCheck;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Why the mock did not start, for its operator. */
final class StartFailure {

    private StartFailure() {}

    /** Prints what is wrong, and all that is; the stack only where nobody foresaw it. */
    static void print(Throwable failure) {
        message(failure).ifPresentOrElse(System.err::println, () -> {
            System.err.println("The mock cannot start, for a reason that it does not know:");
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
            return Optional.of(settings(invalid));
        } else if (cause instanceof ConfigurationException invalid) {
            return Optional.ofNullable(invalid.getMessage());
        } else if (cause instanceof QuarkusBindException bind) {
            return Optional.of(listening(bind));
        } else if (cause instanceof UnknownHostException unknown) {
            return Optional.of("quarkus.http.host: expected an address or a name of this machine, got one that is not"
                    + " known: " + unknown.getMessage());
        }
        return Optional.empty();
    }

    private static String listening(QuarkusBindException bind) {
        String reason = String.valueOf(bind.getMessage());
        return reason.contains("in use")
                ? String.format(
                        Locale.ROOT,
                        "quarkus.http.port: expected a port that is free, got %d, which another process has. Set another one,"
                                + " or 0 for any that is free.",
                        bind.getPort())
                : String.format(
                        Locale.ROOT,
                        "quarkus.http.host: expected an address of this machine, got %s: %s",
                        bind.getHost(),
                        reason);
    }

    private static String settings(ConfigValidationException invalid) {
        List<String> problems = new ArrayList<>(SettingsCheck.inPlainWords(
                IntStream.range(0, invalid.getProblemCount())
                        .mapToObj(i -> invalid.getProblem(i).getMessage())
                        .toList(),
                System.getenv()));
        return "The mock cannot be set up like this:\n  " + String.join("\n  ", problems);
    }
}
