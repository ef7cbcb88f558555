package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.Input;
import dev.casesaudit.conformance.input.Origin;
import dev.casesaudit.conformance.input.Problems;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Nearest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads known failures: a YAML list of entries with an {@code id} and a {@code reason}. */
public final class KnownFailuresReader {

    private final Catalogue catalogue;

    public KnownFailuresReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public KnownFailures read(Path file) throws UnusableInput {
        Problems problems = new Problems();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Input entry : new Input(Origin.file(file), Documents.yaml(file), problems).items()) {
            entry.members(List.of("id", "reason"));
            Optional<String> reason = entry.require("reason", "a reason").flatMap(value -> value.text("a reason"));
            entry.require("id", "the id of a requirement")
                    .ifPresent(value -> id(value)
                            .filter(id -> reasons.putIfAbsent(id, reason.orElse("none")) != null)
                            .ifPresent(id -> value.unlike("each id once")));
        }
        problems.throwIfAny(String.format(Locale.ROOT, "the file of known failures '%s'", file));
        return new KnownFailures(reasons);
    }

    private Optional<String> id(Input value) {
        Optional<String> id = value.text("the id of a requirement");
        id.filter(text -> catalogue.find(text).isEmpty())
                .ifPresent(text -> value.unlike("the id of a requirement" + suchAs(text)));
        return id;
    }

    private String suchAs(String id) {
        List<String> nearest = Nearest.to(id, catalogue.ids());
        return nearest.isEmpty() ? "" : " such as " + String.join(", ", nearest);
    }
}
