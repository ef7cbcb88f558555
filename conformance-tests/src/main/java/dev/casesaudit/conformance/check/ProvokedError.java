package dev.casesaudit.conformance.check;

import dev.casesaudit.conformance.contract.Constraint;
import dev.casesaudit.conformance.contract.Keyword;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import dev.casesaudit.conformance.target.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to bring about an error, and the errors that may come of it. Each breaks one rule, and keeps the others. */
public final class ProvokedError {
    public static final ProvokedError INVALID = new ProvokedError(
            List.of("ValidationException"),
            (trial, one) -> sized(trial, one, range(trial).maximum() + 1),
            (trial, one) -> sized(trial, one, range(trial).minimum() - 1));

    public static final ProvokedError MALFORMED = new ProvokedError(
            List.of("SerializationException", "ValidationException"),
            (trial, one) -> trial.history(one).json("{\"maxResults\":"),
            (trial, one) -> trial.history(one).json("{\"maxResults\" 1}"));

    public static final ProvokedError UNKNOWN_CASE =
            new ProvokedError(List.of("ResourceNotFoundException"), (trial, one) -> trial.history(trial.unknownCase()));

    // A service may hide whether there is such a domain, or answer that it is not the caller's.
    public static final ProvokedError UNKNOWN_DOMAIN = new ProvokedError(
            List.of("ResourceNotFoundException", "AccessDeniedException"),
            (trial, one) -> trial.history(new CaseRef("00000000-0000-4000-8000-00000000d0d0", one.caseId())));

    public static final ProvokedError UNKNOWN_ROUTE = new ProvokedError(
            List.of("UnknownOperationException"), (trial, one) -> Request.to("POST", "/no-operation-has-this-route"));

    public static final ProvokedError NOT_ACCEPTABLE = new ProvokedError(
            List.of("NotAcceptableException"),
            (trial, one) -> trial.history(one).header("accept", "text/html"));

    public static final ProvokedError UNSUPPORTED_MEDIA_TYPE = new ProvokedError(
            List.of("UnsupportedMediaTypeException"),
            (trial, one) -> trial.history(one).body(Content.of("{}")).header("content-type", "text/plain"));

    public static final ProvokedError DENIED = new ProvokedError(Role.DENIED, "AccessDeniedException");

    public static final ProvokedError THROTTLED = new ProvokedError(Role.THROTTLED, "ThrottlingException");

    public static final ProvokedError INTERNAL_ERROR =
            new ProvokedError(Role.INTERNAL_ERROR, "InternalServerException");

    // Without the unknown route: what no operation has, the operation's protocol does not speak of.
    private static final List<ProvokedError> OF_THE_OPERATION = List.of(
            INVALID,
            MALFORMED,
            UNKNOWN_CASE,
            UNKNOWN_DOMAIN,
            NOT_ACCEPTABLE,
            UNSUPPORTED_MEDIA_TYPE,
            DENIED,
            THROTTLED,
            INTERNAL_ERROR);

    private final List<String> names;
    private final @Nullable Role role;
    private final List<Making> ways;

    private ProvokedError(List<String> names, Making... ways) {
        this.names = names;
        this.role = null;
        this.ways = List.of(ways);
    }

    private ProvokedError(Role role, String name) {
        this.names = List.of(name);
        this.role = role;
        // The error is what is looked at: a 429 is not tried again.
        this.ways = List.of((trial, one) -> trial.history(one).notRetried());
    }

    private interface Making {
        Request of(CheckContext trial, CaseRef one);
    }

    /** Returns the names of the errors that may come of it, the usual one first. */
    public List<String> names() {
        return names;
    }

    /** Whether it is one case that answers so, and not a request that has something wrong with it. */
    public boolean isOfACase() {
        return role != null;
    }

    /** Runs on the case it takes: the one that fails so, or any that can be read. */
    public Outcome on(CheckContext trial, CheckContext.OnCase check) throws ProbeFailure {
        return role == null ? trial.withAnyCase(check) : trial.with(role, check);
    }

    /** Makes it, once in a run: in another way where the target does not mind the first. Returns the refusal, if there is one. */
    public Exchange made(CheckContext trial, CaseRef one) throws ProbeFailure {
        Exchange first = trial.once(ways.get(0).of(trial, one));
        for (Making way : ways) {
            Exchange exchange = trial.once(way.of(trial, one));
            if (isError(exchange)) {
                return exchange;
            }
        }
        return first;
    }

    /** Makes all that the target profile has the cases for, and returns the errors that came. */
    public static List<Exchange> errors(CheckContext trial, CaseRef readable) throws ProbeFailure {
        List<Exchange> errors = new ArrayList<>();
        for (ProvokedError mistake : OF_THE_OPERATION) {
            Optional<CaseRef> one = mistake.role == null
                    ? Optional.of(readable)
                    : trial.profile().find(mistake.role);
            if (one.isPresent()) {
                mistake.error(trial, one.get()).ifPresent(errors::add);
            }
        }
        return errors;
    }

    private Optional<Exchange> error(CheckContext trial, CaseRef one) throws ProbeFailure {
        try {
            return Optional.of(made(trial, one)).filter(ProvokedError::isError);
        } catch (ProbeFailure.NoAnswer e) {
            // The finding of the check that is about this mistake alone.
            return Optional.empty();
        }
    }

    private static boolean isError(Exchange exchange) {
        return exchange.reply() instanceof Reply.Answer answer && answer.status() >= 400;
    }

    private static Constraint range(CheckContext trial) {
        return trial.contract().ofInput("maxResults", Keyword.RANGE);
    }

    private static Request sized(CheckContext trial, CaseRef one, long maxResults) {
        return trial.history(one).json(String.format(Locale.ROOT, "{\"maxResults\":%d}", maxResults));
    }
}
