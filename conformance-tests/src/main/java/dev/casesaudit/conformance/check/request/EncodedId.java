package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes an id that is there with every byte percent-encoded, which means the same. */
abstract class EncodedId implements Check {

    private static final HexFormat PERCENT = HexFormat.of().withUpperCase().withPrefix("%");

    private final String id;
    private final Label label;

    EncodedId(String id, Label label) {
        this.id = id;
        this.label = label;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            String encoded = PERCENT.formatHex(label.of(one).getBytes(StandardCharsets.UTF_8));
            return Outcome.of(OwnHistory.of(trial, one).findings(trial.once(label.withEncoded(one, encoded))));
        });
    }
}
