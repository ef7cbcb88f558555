package dev.casesaudit.server.control;

import dev.casesaudit.control.JournalApi;
import dev.casesaudit.control.model.CallReport;
import dev.casesaudit.control.model.CallsSummary;
import dev.casesaudit.control.model.JournalPage;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.error.ServiceError;
import dev.casesaudit.server.error.ServiceException;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Call;
import dev.casesaudit.server.journal.Journal;
import dev.casesaudit.server.journal.Walk;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reports requests, SDK calls and walks from the journal. */
@ApplicationScoped
public class JournalResource implements JournalApi {

    private static final int MOST = 100_000;

    // Integer.parseInt accepts the digits of other scripts.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    @Override
    public JournalPage getJournal(
            @Nullable String domainId,
            @Nullable String caseId,
            @Nullable String invocationId,
            @Nullable String status,
            @Nullable String before,
            String limit) {
        Predicate<Attempt> wanted = on(domainId, caseId)
                .and(attempt -> invocationId == null || attempt.invocationId().equals(Optional.of(invocationId)));
        Filter filter = InvalidChange.orThrow(place -> new Filter(
                status == null ? OptionalInt.empty() : number(place, "status", status, 100, 599), most(place, limit)));
        if (before != null) {
            long number = InvalidChange.orThrow(place -> number(place, before));
            wanted = wanted.and(attempt -> attempt.number() < number);
        }
        if (status != null) {
            wanted = wanted.and(attempt -> attempt.end().filter(filter::has).isPresent());
        }
        return new JournalPage()
                .requests(newestFirst(journal.find(wanted), filter.most()).stream()
                        .map(Reports::of)
                        .toList());
    }

    @Override
    public void clearJournal() {
        journal.forget(attempt -> true);
    }

    @Override
    public CallsSummary getCalls(@Nullable String domainId, @Nullable String caseId, String limit) {
        int most = InvalidChange.orThrow(place -> most(place, limit)).orElseThrow();
        List<Call> calls = Call.of(journal.find(on(domainId, caseId)));
        return new CallsSummary()
                .calls(newestFirst(calls, most).stream().map(Reports::of).toList())
                .walks(newestFirst(Walk.of(calls), most).stream()
                        .map(Reports::of)
                        .toList());
    }

    @Override
    public CallReport getCall(String invocationId) {
        List<Attempt> attempts = journal.find(attempt -> attempt.invocationId().equals(Optional.of(invocationId)));
        return Call.of(attempts).stream()
                .findFirst()
                .map(Reports::of)
                .orElseThrow(() -> new ServiceException(ServiceError.resourceNotFound(
                        "Call",
                        invocationId,
                        String.format(Locale.ROOT, "The journal has no request of SDK call %s.", invocationId))));
    }

    private static Predicate<Attempt> on(@Nullable String domainId, @Nullable String caseId) {
        return attempt -> (domainId == null
                        || attempt.key()
                                .filter(key -> key.domainId().equals(domainId))
                                .isPresent())
                && (caseId == null
                        || attempt.key()
                                .filter(key -> key.caseId().equals(caseId))
                                .isPresent());
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst, int most) {
        List<T> newest =
                new ArrayList<>(oldestFirst.subList(Math.max(0, oldestFirst.size() - most), oldestFirst.size()));
        Collections.reverse(newest);
        return newest;
    }

    private static OptionalInt most(Place place, String limit) {
        return number(place, "limit", limit, 1, MOST);
    }

    private static OptionalInt number(Place place, String parameter, String text, int min, int max) {
        if (NUMBER.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return OptionalInt.of(number);
            }
        }
        new Place(place.file(), parameter, place.problems())
                .report(
                        String.format(Locale.ROOT, "a whole number from %d to %d", min, max),
                        String.format(Locale.ROOT, "'%s'", text));
        return OptionalInt.empty();
    }

    private static long number(Place place, String before) {
        if (LONG_NUMBER.matcher(before).matches()) {
            return Long.parseLong(before);
        }
        new Place(place.file(), "before", place.problems())
                .report("the number of a request", String.format(Locale.ROOT, "'%s'", before));
        return 0;
    }

    private record Filter(OptionalInt status, OptionalInt limit) {

        boolean has(Attempt.End end) {
            return status.equals(OptionalInt.of(end.status()));
        }

        int most() {
            return limit.orElseThrow();
        }
    }
}
