package dev.casesaudit.conformance.input;

import dev.casesaudit.conformance.text.Mismatch;
import java.io.IOException;
import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** A text is not YAML. The message names the place and the problem. */
public final class InvalidYaml extends IOException {

    private static final long serialVersionUID = 1;

    private final Mismatch mismatch;

    InvalidYaml(String got) {
        this("", got);
    }

    InvalidYaml(Mark mark, String got) {
        this(mark.getLine() + 1, mark.getColumn() + 1, got);
    }

    InvalidYaml(int line, int column, String got) {
        this(String.format(Locale.ROOT, "line %d, column %d", line, column), got);
    }

    private InvalidYaml(String place, String got) {
        super(new Mismatch(place, "YAML", got).toString());
        mismatch = new Mismatch(place, "YAML", got);
    }

    Mismatch mismatch() {
        return mismatch;
    }
}
