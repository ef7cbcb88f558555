package dev.casesaudit.server.start;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An option of the program, in the order in which messages list them. */
enum Option {
    HOST("--host", "0.0.0.0", "quarkus.http.host", Use.START_OR_ENV),
    PORT("--port", "8080", "quarkus.http.port", Use.START_OR_ENV),
    FIXTURES("--fixtures", "my-fixtures/", "cases.fixtures", Use.START),
    AUTH("--auth", "verified", "cases.auth.mode", Use.START),
    TOKEN_KEY_FILE("--token-key-file", "token.key", null, Use.START),
    LOG("--log", "json", null, Use.START),
    SET("--set", "cases.limits.body=1M", null, Use.START_OR_MIGRATE),
    READY_FILE("--ready-file", "ready.json", null, Use.START_OR_ENV),
    EXIT_WITH_PARENT("--exit-with-parent", null, null, Use.START),
    NO_ARCHIVE("--no-archive", null, null, Use.START),
    SHELL("--shell", "fish", null, Use.ENV),
    HELP("--help", null, null, Use.ALL),
    VERSION("--version", null, null, Use.ALL);

    /** Which commands take an option. */
    private enum Use {
        START,
        START_OR_MIGRATE,
        ENV,
        START_OR_ENV,
        ALL
    }

    final String word;

    private final @Nullable String example;
    private final @Nullable String setting;
    private final Use use;

    Option(String word, @Nullable String example, @Nullable String setting, Use use) {
        this.word = word;
        this.example = example;
        this.setting = setting;
        this.use = use;
    }

    boolean takesAValue() {
        return example != null;
    }

    /** Shows how it is used. */
    String example() {
        return word + " " + example;
    }

    /** The key of the setting that it sets as it is given. */
    Optional<String> setting() {
        return Optional.ofNullable(setting);
    }

    boolean isOf(CommandLine.Command command) {
        return switch (command) {
            case ENV -> use == Use.ENV || use == Use.START_OR_ENV || use == Use.ALL;
            case MIGRATE -> use == Use.START_OR_MIGRATE || use == Use.ALL;
            default -> use != Use.ENV;
        };
    }
}
