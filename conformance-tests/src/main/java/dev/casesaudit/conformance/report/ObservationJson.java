package dev.casesaudit.conformance.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.http.Json;
import dev.casesaudit.conformance.run.RunReport;

/**
 * The observations of a run, format 1: the name and the endpoint of the target, the contract, and the observations by
 * id. Without a date, so that two files differ only if the targets do.
 */
final class ObservationJson {

    private static final int FORMAT = 1;

    private ObservationJson() {}

    static String render(MaskedReport report) {
        RunReport run = report.run();
        ObjectNode document = Json.object();
        document.put("format", FORMAT);
        document.put("target", run.target().name());
        document.put("endpoint", run.target().endpoint().toString());
        document.put("contract", run.contractHash());
        ObjectNode observations = document.putObject("observations");
        run.observations()
                .forEach(one -> observations
                        .putObject(one.id())
                        .put("question", one.question())
                        .put("answer", one.answer()));
        return JsonText.of(document);
    }
}
