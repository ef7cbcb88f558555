package dev.casesaudit.conformance.input;

import java.io.IOException;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A text is not YAML. The message names the place and the problem. */
public final class InvalidYaml extends IOException {

    private static final long serialVersionUID = 1;

    InvalidYaml(String got) {
        super("expected YAML, got " + got);
    }

    InvalidYaml(Mark mark, String got) {
        super(String.format(
                Locale.ROOT,
                "line %d, column %d: expected YAML, got %s",
                mark.getLine() + 1,
                mark.getColumn() + 1,
                got));
    }
}
