package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.input.Documents;
import dev.casesaudit.conformance.input.Input;
import dev.casesaudit.conformance.input.Origin;
import dev.casesaudit.conformance.input.Problems;
import dev.casesaudit.conformance.input.UnusableInput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads {@code profile.json}. */
public final class ObservationReportReader {

    private ObservationReportReader() {}

    public static ObservationReport read(Path file) throws UnusableInput {
        Problems problems = new Problems();
        Input root = new Input(Origin.file(file), Documents.json(file), problems);
        root.members();
        root.require("format", String.format(Locale.ROOT, "the format, %d", ObservationReport.FORMAT))
                .ifPresent(format -> format.wholeNumber(ObservationReport.FORMAT, ObservationReport.FORMAT));
        String target = text(root, "target", "the name of the target");
        String endpoint = text(root, "endpoint", "the URL of the endpoint");
        String contract = text(root, "contract", "the hash of the contract");
        Map<String, Observation> observations = new LinkedHashMap<>();
        root.require("observations", "the observations")
                .map(Input::members)
                .orElse(Map.of())
                .forEach((id, input) -> observations.put(id, observation(id, input)));
        problems.throwIfAny(String.format(Locale.ROOT, "the observation report '%s'", file));
        return new ObservationReport(target, endpoint, contract, observations);
    }

    private static Observation observation(String id, Input input) {
        input.members();
        return new Observation(id, text(input, "question", "the question"), text(input, "answer", "the answer"));
    }

    // An empty text is reported as a problem later.
    private static String text(Input of, String name, String expected) {
        return of.require(name, expected).flatMap(value -> value.text(expected)).orElse("");
    }
}
