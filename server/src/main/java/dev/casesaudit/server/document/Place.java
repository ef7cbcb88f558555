package dev.casesaudit.server.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A place in a document, and where its problems are reported. */
public final class Place {

    private final String file;
    private final Optional<Place> parent;
    private final String name;
    private final Consumer<Problem> problems;

    // The pointer is built when there is a problem to report: a large file has millions of places.
    private Place(String file, Optional<Place> parent, String name, Consumer<Problem> problems) {
        this.file = file;
        this.parent = parent;
        this.name = name;
        this.problems = problems;
    }

    /** The place at a JSON pointer. */
    public Place(String file, String pointer, Consumer<Problem> problems) {
        this(file, Optional.empty(), pointer, problems);
    }

    public Place child(String member) {
        return new Place(file, Optional.of(this), member, problems);
    }

    public Place child(int index) {
        return child(String.valueOf(index));
    }

    public String file() {
        return file;
    }

    /** Returns the JSON pointer. */
    public String pointer() {
        return parent.map(
                        above -> above.pointer() + '/' + name.replace("~", "~0").replace("/", "~1"))
                .orElse(name);
    }

    /** Returns the consumer of problems. */
    public Consumer<Problem> problems() {
        return problems;
    }

    public void report(String expected, String got) {
        problems.accept(new Problem(file, pointer(), expected, got));
    }

    public void report(String expected, JsonNode got) {
        report(expected, describe(got));
    }

    private static String describe(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> node.isEmpty() ? "an empty object" : "an object with " + members(node);
            case ARRAY -> "a list of " + node.size();
            case STRING -> Quotes.quote(node.asText());
            case MISSING -> "nothing";
            default -> node.asText();
        };
    }

    private static String members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> names.add(Quotes.quote(name)));
        return String.join(", ", names);
    }
}
