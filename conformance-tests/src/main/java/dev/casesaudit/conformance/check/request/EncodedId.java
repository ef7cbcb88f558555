package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Expect;
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
            // Whoever serves any id shows nothing by serving this one.
            if (Expect.page(trial.once(label.unknown(one))).isEmpty()) {
                return Outcome.notTestable("the target serves an unknown id too");
            }
            return OwnHistory.judged(trial, one, label.withEncoded(one, encoded), trial.history(one));
        });
    }
}
