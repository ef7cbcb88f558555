package dev.casesaudit.server.control;

import dev.casesaudit.control.model.Answer;
import dev.casesaudit.control.model.AttemptReport;
import dev.casesaudit.control.model.CallReport;
import dev.casesaudit.control.model.RequestRecord;
import dev.casesaudit.control.model.WalkReport;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.journal.Attempt;
import dev.casesaudit.server.journal.Call;
import dev.casesaudit.server.journal.Masked;
import dev.casesaudit.server.journal.Walk;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Converts entries of the journal to models of the control API. */
final class Reports {

    private Reports() {}

    static RequestRecord of(Attempt attempt) {
        return new RequestRecord()
                .number(attempt.number())
                .at(attempt.at())
                .method(attempt.method())
                .path(Masked.text(attempt.path()))
                .operation(attempt.operation().orElse(null))
                .domainId(id(attempt.key(), CaseKey::domainId))
                .caseId(id(attempt.key().filter(key -> !key.isOfDomain()), CaseKey::caseId))
                .invocationId(attempt.invocationId().orElse(null))
                .headers(Masked.headers(attempt))
                .body(Masked.body(attempt))
                .bodyBytes(attempt.bodyLength())
                .fault(attempt.fault().orElse(null))
                .answer(attempt.end().map(end -> answer(attempt, end)).orElse(null));
    }

    private static Answer answer(Attempt attempt, Attempt.End end) {
        return new Answer()
                .status(status(end))
                .error(end.error().orElse(null))
                .retryAfterSeconds(orNull(end.retryAdvice().seconds()))
                .retryAfterDate(end.retryAdvice().date().orElse(null))
                .retryAfterMilliseconds(orNull(end.retryAdvice().millis()))
                .events(attempt.servedPage() ? orNull(attempt.events()) : null)
                .nextToken(
                        attempt.servedPage()
                                ? attempt.nextToken().map(Masked::fingerprint).orElse(null)
                                : null)
                .milliseconds(millis(end.took()))
                .complete(end.complete());
    }

    static CallReport of(Call call) {
        List<Attempt> attempts = call.attempts();
        return new CallReport()
                .invocationId(call.id().orElse(null))
                .operation(call.first().operation().orElse(null))
                .domainId(id(call.key(), CaseKey::domainId))
                .caseId(id(call.key().filter(key -> !key.isOfDomain()), CaseKey::caseId))
                .attempts(IntStream.range(0, attempts.size())
                        .mapToObj(i -> attempt(attempts.get(i), i == 0 ? null : attempts.get(i - 1)))
                        .toList())
                .succeeded(call.succeeded())
                .retryAfter(call.honouredRetryAfter()
                        .map(honoured ->
                                honoured ? CallReport.RetryAfterEnum.HONOURED : CallReport.RetryAfterEnum.IGNORED)
                        .orElse(null))
                .retriedNonRetryable(call.retriedNonRetryable())
                .findings(call.findings());
    }

    private static AttemptReport attempt(Attempt attempt, @Nullable Attempt before) {
        AttemptReport report = new AttemptReport()
                .number(attempt.number())
                .at(attempt.at())
                .gapMilliseconds(before == null ? null : millis(attempt.since(before)))
                .fault(attempt.fault().orElse(null));
        attempt.end()
                .ifPresent(end -> report.status(status(end))
                        .error(end.error().orElse(null))
                        .retryAfterSeconds(orNull(end.retryAdvice().seconds()))
                        .retryAfterDate(end.retryAdvice().date().orElse(null))
                        .retryAfterMilliseconds(orNull(end.retryAdvice().millis()))
                        .milliseconds(millis(end.took())));
        return report;
    }

    static WalkReport of(Walk walk) {
        return new WalkReport()
                .domainId(walk.key().domainId())
                .caseId(walk.key().caseId())
                .pages(walk.pages())
                .events(walk.events())
                .complete(walk.isComplete())
                .followedEachTokenOnce(walk.followedEachTokenOnce())
                .findings(walk.findings());
    }

    private static @Nullable String id(Optional<CaseKey> key, Function<CaseKey, String> id) {
        return key.map(id).map(Masked::text).orElse(null);
    }

    private static @Nullable Integer status(Attempt.End end) {
        return end.status() == 0 ? null : end.status();
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static double millis(Duration time) {
        return Math.round(time.toNanos() / 1_000.0) / 1_000.0;
    }
}
