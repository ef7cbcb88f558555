package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.Finding;
import dev.casesaudit.conformance.check.Outcome;
import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** No request id of the whole run stands for two requests. */
final class RequestIdsDiffer implements Check {

    @Override
    public String id() {
        return "protocol-request-ids-differ";
    }

    @Override
    public Outcome run(Trial trial) throws ProbeFailure {
        return trial.withAnyCase(one -> {
            trial.once(trial.history(one));
            trial.ask(trial.history(one));
            Map<String, Exchange> seen = new HashMap<>();
            List<Finding> findings = new ArrayList<>();
            for (Exchange exchange : trial.exchanges()) {
                // Empty ones are another requirement's.
                String id = RequestId.of(exchange).orElse("").strip();
                Exchange earlier = id.isEmpty() ? null : seen.putIfAbsent(id, exchange);
                if (earlier != null) {
                    findings.add(Finding.of(
                            exchange,
                            String.format(Locale.ROOT, "an %s of its own", RequestId.HEADER),
                            String.format(Locale.ROOT, "'%s', which request %d had", id, earlier.number())));
                }
            }
            if (!findings.isEmpty()) {
                return Outcome.of(findings);
            }
            return seen.size() < 2 ? Outcome.notTestable("fewer than two request ids came") : trial.served(one);
        });
    }
}
