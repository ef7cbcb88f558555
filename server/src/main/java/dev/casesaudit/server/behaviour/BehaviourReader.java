package dev.casesaudit.server.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.behaviour.fault.FaultScript;
import dev.casesaudit.server.behaviour.fault.FaultScriptException;
import dev.casesaudit.server.behaviour.name.UnknownNameException;
import dev.casesaudit.server.behaviour.pages.PageStyle;
import dev.casesaudit.server.behaviour.tomorrow.Tomorrow;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.document.StrictReader;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Reads behaviours from documents and headers, and reports their problems. */
public final class BehaviourReader {

    private final Duration longest;
    private final Supplier<Shape> shape;

    /**
     * Creates a reader.
     *
     * @param longest the longest duration of a fault
     * @param shape the shape of the document in the contract, read when the first document is
     */
    public BehaviourReader(Duration longest, Supplier<Shape> shape) {
        this.longest = longest;
        this.shape = shape;
    }

    /** Returns the behaviour of a document, without the members that were reported as problems. */
    public Behaviour read(JsonNode document, Place place) {
        JsonNode read = StrictReader.read(document, shape.get(), place);
        OptionalInt calls =
                read.hasNonNull("calls") ? OptionalInt.of(read.path("calls").asInt()) : OptionalInt.empty();
        if (calls.isPresent() && !document.hasNonNull("faults")) {
            place.child("calls").report("it with faults only", "it without");
        }
        return new Behaviour(
                text(read, "faults").flatMap(text -> faults(text, place.child("faults"))),
                calls,
                text(read, "pages").flatMap(text -> pages(text, place.child("pages"))),
                text(read, "tomorrow").flatMap(text -> tomorrow(text, place.child("tomorrow"))));
    }

    private static Optional<String> text(JsonNode read, String member) {
        return read.hasNonNull(member) ? Optional.of(read.path(member).asText()) : Optional.empty();
    }

    /** Returns the script, or reports why it cannot be read, at the member {@code faults} of the document. */
    public Optional<FaultScript> faults(Place document, String text) {
        return faults(text, document.child("faults"));
    }

    Optional<FaultScript> faults(String text, Place place) {
        try {
            return Optional.of(FaultScript.parse(text, longest));
        } catch (FaultScriptException e) {
            place.report(e.expected(), String.format(Locale.ROOT, "%s at character %d", e.got(), e.position()));
            return Optional.empty();
        }
    }

    Optional<PageStyle> pages(String text, Place place) {
        return named(() -> PageStyle.parse(text), place);
    }

    Optional<Tomorrow> tomorrow(String text, Place place) {
        return named(() -> Tomorrow.parse(text), place);
    }

    private static <T> Optional<T> named(Supplier<T> parser, Place place) {
        try {
            return Optional.of(parser.get());
        } catch (UnknownNameException e) {
            place.report(e.expected(), e.got());
            return Optional.empty();
        }
    }
}
