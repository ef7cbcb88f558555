package dev.casesaudit.conformance.observation;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.target.CaseRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class EventOrder extends CaseQuestion {

    EventOrder() {
        super("event-order", "In which order do events come?", LONGEST);
    }

    @Override
    String answer(CheckContext context, CaseRef one) throws ProbeFailure {
        Optional<List<Instant>> read = Times.of(context.walk(one));
        if (read.isEmpty()) {
            return "not seen: a performedTime cannot be read";
        }
        List<Instant> times = read.get();
        if (times.stream().distinct().count() < 2) {
            return "not seen: fewer than two different times";
        }
        if (times.equals(times.stream().sorted().toList())) {
            return "oldest first";
        }
        List<Instant> newestFirst =
                times.stream().sorted(Comparator.reverseOrder()).toList();
        return times.equals(newestFirst) ? "newest first" : "neither newest nor oldest first";
    }
}
