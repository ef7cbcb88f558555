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

/** A way to provoke an error, and the errors that are right for it. Each breaks one rule and keeps the others. */
public final class ProvokedError {
    public static final ProvokedError INVALID = new ProvokedError(
            List.of("ValidationException"),
            (context, one) -> sized(context, one, range(context).maximum() + 1),
            (context, one) -> sized(context, one, range(context).minimum() - 1));

    public static final ProvokedError MALFORMED = new ProvokedError(
            List.of("SerializationException", "ValidationException"),
            (context, one) -> context.history(one).json("{\"maxResults\":"),
            (context, one) -> context.history(one).json("{\"maxResults\" 1}"));

    public static final ProvokedError UNKNOWN_CASE = new ProvokedError(
            List.of("ResourceNotFoundException"), (context, one) -> context.history(context.unknownCase()));

    // A service may hide whether a domain exists.
    public static final ProvokedError UNKNOWN_DOMAIN = new ProvokedError(
            List.of("ResourceNotFoundException", "AccessDeniedException"),
            (context, one) -> context.history(new CaseRef("00000000-0000-4000-8000-00000000d0d0", one.caseId())));

    public static final ProvokedError UNKNOWN_ROUTE = new ProvokedError(
            List.of("UnknownOperationException"), (context, one) -> Request.to("POST", "/no-operation-has-this-route"));

    public static final ProvokedError NOT_ACCEPTABLE = new ProvokedError(
            List.of("NotAcceptableException"),
            (context, one) -> context.history(one).header("accept", "text/html"));

    public static final ProvokedError UNSUPPORTED_MEDIA_TYPE = new ProvokedError(
            List.of("UnsupportedMediaTypeException"),
            (context, one) -> context.history(one).body(Content.of("{}")).header("content-type", "text/plain"));

    public static final ProvokedError DENIED = new ProvokedError(Role.DENIED, "AccessDeniedException");

    public static final ProvokedError THROTTLED = new ProvokedError(Role.THROTTLED, "ThrottlingException");

    public static final ProvokedError INTERNAL_ERROR =
            new ProvokedError(Role.INTERNAL_ERROR, "InternalServerException");

    // Without the unknown route, which does not belong to the operation.
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
    private final List<WrongRequest> requests;

    private ProvokedError(List<String> names, WrongRequest... requests) {
        this.names = names;
        this.role = null;
        this.requests = List.of(requests);
    }

    private ProvokedError(Role role, String name) {
        this.names = List.of(name);
        this.role = role;
        // The check is about the error itself, so a 429 is not retried.
        this.requests = List.of((context, one) -> context.history(one).notRetried());
    }

    private interface WrongRequest {
        Request of(CheckContext context, CaseRef one);
    }

    /** Returns the names of the errors that are right, the usual one first. */
    public List<String> names() {
        return names;
    }

    /** Whether a case has the error, and not a wrong request. */
    public boolean isOfACase() {
        return role != null;
    }

    /** Runs a check on the case that fails in this way, or on any readable case. */
    public Outcome on(CheckContext context, CheckContext.OnCase check) throws ProbeFailure {
        return role == null ? context.withAnyCase(check) : context.with(role, check);
    }

    /** Provokes the error, once in a run. If the target accepts the first wrong request, sends the next one. */
    public Exchange provoke(CheckContext context, CaseRef one) throws ProbeFailure {
        Exchange first = context.sendOnce(requests.get(0).of(context, one));
        for (WrongRequest request : requests) {
            Exchange exchange = context.sendOnce(request.of(context, one));
            if (isError(exchange)) {
                return exchange;
            }
        }
        return first;
    }

    /** Provokes all errors that the profile names a case for, and returns the errors that came. */
    public static List<Exchange> errors(CheckContext context, CaseRef readable) throws ProbeFailure {
        List<Exchange> errors = new ArrayList<>();
        for (ProvokedError error : OF_THE_OPERATION) {
            Optional<CaseRef> one = error.role == null
                    ? Optional.of(readable)
                    : context.profile().find(error.role);
            if (one.isPresent()) {
                error.error(context, one.get()).ifPresent(errors::add);
            }
        }
        return errors;
    }

    private Optional<Exchange> error(CheckContext context, CaseRef one) throws ProbeFailure {
        try {
            return Optional.of(provoke(context, one)).filter(ProvokedError::isError);
        } catch (ProbeFailure.NoResponse e) {
            // This is a finding of the check of this error.
            return Optional.empty();
        }
    }

    private static boolean isError(Exchange exchange) {
        return exchange.reply() instanceof Reply.Response response && response.status() >= 400;
    }

    private static Constraint range(CheckContext context) {
        return context.contract().ofInput("maxResults", Keyword.RANGE);
    }

    private static Request sized(CheckContext context, CaseRef one, long maxResults) {
        return context.history(one).json(String.format(Locale.ROOT, "{\"maxResults\":%d}", maxResults));
    }
}
