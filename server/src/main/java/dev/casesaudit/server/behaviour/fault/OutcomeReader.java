package dev.casesaudit.server.behaviour.fault;

import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.error.RetryAfter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Every outcome that a script can name, and how its arguments are read. */
final class OutcomeReader {

    private static final List<ErrorType> ERRORS = List.of(
            ErrorType.THROTTLING,
            ErrorType.INTERNAL_SERVER,
            ErrorType.VALIDATION,
            ErrorType.ACCESS_DENIED,
            ErrorType.RESOURCE_NOT_FOUND,
            ErrorType.CONFLICT,
            ErrorType.SERVICE_QUOTA_EXCEEDED,
            ErrorType.BAD_REQUEST,
            ErrorType.SERVICE_UNAVAILABLE);

    private static final Set<ErrorType> PASSING =
            Set.of(ErrorType.THROTTLING, ErrorType.INTERNAL_SERVER, ErrorType.SERVICE_UNAVAILABLE);

    private static final int FASTEST_SLOW = 1_000_000_000;

    // HTTP allows no body for these: a client would read the page as the next response.
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+( *;[ -~]*)?");

    // The characters that a header can carry.
    private static final Pattern SHAPE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,99}");

    private static final Map<String, Function<Arguments, Outcome>> READERS = readers();
    private static final Map<String, Function<Arguments, Outcome>> BY_SPELLING = bySpelling();

    private OutcomeReader() {}

    /** Returns the names as the documentation spells them. */
    static List<String> names() {
        return List.copyOf(READERS.keySet());
    }

    static Optional<Outcome> read(Word name, Arguments arguments) {
        return Optional.ofNullable(BY_SPELLING.get(name.lowerCase())).map(reader -> reader.apply(arguments));
    }

    private static Map<String, Function<Arguments, Outcome>> readers() {
        Map<String, Function<Arguments, Outcome>> readers = new LinkedHashMap<>();
        readers.put("ok", arguments -> new Outcome.Ok());
        ERRORS.forEach(type -> readers.put(ModelledError.name(type), arguments -> error(type, arguments)));
        readers.put("error", OutcomeReader::otherError);
        readers.put("gateway", OutcomeReader::gateway);
        readers.put("reset", arguments -> new Outcome.Reset());
        readers.put("close", OutcomeReader::close);
        readers.put("lost", arguments -> new Outcome.Lost());
        readers.put("hang", arguments -> new Outcome.Hang());
        readers.put("slow", OutcomeReader::slow);
        readers.put("malformed", arguments -> new Outcome.Malformed());
        readers.put("html", OutcomeReader::html);
        readers.put("wrong-content-type", OutcomeReader::wrongContentType);
        return readers;
    }

    private static Map<String, Function<Arguments, Outcome>> bySpelling() {
        Map<String, Function<Arguments, Outcome>> spellings = new HashMap<>();
        READERS.forEach((name, reader) -> spellings.put(name.toLowerCase(Locale.ROOT), reader));
        ERRORS.forEach(
                type -> spellings.put(type.wireName().toLowerCase(Locale.ROOT), arguments -> error(type, arguments)));
        return spellings;
    }

    private static Outcome error(ErrorType type, Arguments arguments) {
        Optional<String> message = arguments.named("message").map(Word::text);
        RetryAfter retryAfter = PASSING.contains(type) ? RetryArguments.read(arguments) : RetryAfter.NONE;
        if (type != ErrorType.RESOURCE_NOT_FOUND) {
            return new ModelledError(type, message, retryAfter, Optional.empty(), Optional.empty());
        }
        return new ModelledError(
                type,
                message,
                retryAfter,
                arguments.named("resourceType").map(Word::text),
                arguments.named("resourceId").map(Word::text));
    }

    private static Outcome otherError(Arguments arguments) {
        String what = "a status";
        int status = arguments.required(what).number(400, 599, what);
        Optional<Word> name = arguments.named("name");
        name.filter(word -> !SHAPE_NAME.matcher(word.text()).matches()).ifPresent(word -> {
            throw word.expected("a name such as TooManyRequestsException");
        });
        return new OtherError(
                status,
                name.map(Word::text),
                arguments.named("message").map(Word::text),
                RetryArguments.read(arguments));
    }

    private static Outcome gateway(Arguments arguments) {
        Optional<Word> what = arguments.unnamed("bodies or ids");
        what.filter(word -> !word.is("bodies") && !word.is("ids")).ifPresent(word -> {
            throw word.expected("bodies, ids, or no brackets");
        });
        return new Outcome.Gateway(
                what.map(word -> word.is("bodies")).orElse(true),
                what.map(word -> word.is("ids")).orElse(true));
    }

    private static Outcome close(Arguments arguments) {
        Optional<Word> when = arguments.unnamed("midway");
        when.filter(word -> !word.is("midway")).ifPresent(word -> {
            throw word.expected("midway, or no brackets");
        });
        return new Outcome.Close(when.isPresent());
    }

    private static Outcome slow(Arguments arguments) {
        String what = "bytes a second";
        return new Outcome.Slow(arguments.required(what).number(1, FASTEST_SLOW, what));
    }

    private static Outcome html(Arguments arguments) {
        int status =
                arguments.unnamed("a status").map(OutcomeReader::statusWithBody).orElse(Outcome.Html.USUAL_STATUS);
        return new Outcome.Html(status);
    }

    private static int statusWithBody(Word word) {
        int status = word.number(200, 599, "a status");
        if (WITHOUT_BODY.contains(status)) {
            throw word.expected("a status that has a body");
        }
        return status;
    }

    private static Outcome wrongContentType(Arguments arguments) {
        Optional<Word> type = arguments.unnamed("a media type");
        type.filter(word -> !MEDIA_TYPE.matcher(word.text()).matches()).ifPresent(word -> {
            throw word.expected("a media type such as text/html");
        });
        return new Outcome.WrongContentType(type.map(Word::text).orElse(Outcome.WrongContentType.USUAL_TYPE));
    }
}
