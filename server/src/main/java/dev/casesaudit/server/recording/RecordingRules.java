package dev.casesaudit.server.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.document.Place;
import dev.casesaudit.server.document.Problem;
import dev.casesaudit.server.document.StrictReader;
import dev.casesaudit.server.json.NotReadable;
import dev.casesaudit.server.json.Yaml;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The rules of one file: an answer to each question. */
public final class RecordingRules {

    /** The file with the rules of the mock. */
    public static final String RESOURCE = "recording.yaml";

    /** What the build makes of it. */
    public static final String BUILT = "recording.rules";

    /** Where an answer comes from. Only documents can be named as a source. */
    static final List<String> BASES = List.of("documented", "observed", "our choice");

    private static final String SCHEMA = "$schema";

    private final Map<Rule, Answer> answers;

    private RecordingRules(Map<Rule, Answer> answers) {
        this.answers = Collections.unmodifiableMap(new EnumMap<>(answers));
    }

    /**
     * What a rule says.
     *
     * @param basis one of {@link #BASES}
     * @param source what documents or shows it
     */
    public record Answer(String is, String basis, Optional<String> source) {}

    /** Whether a rule gives an answer. */
    boolean say(Rule rule, String answer) {
        return answer.equals(answer(rule).is());
    }

    public Answer answer(Rule rule) {
        return Objects.requireNonNull(answers.get(rule), "a file has every rule");
    }

    /** Returns what each rule says, without its basis. */
    public Map<Rule, String> answers() {
        Map<Rule, String> plain = new EnumMap<>(Rule.class);
        answers.forEach((rule, answer) -> plain.put(rule, answer.is()));
        return plain;
    }

    /** Identifies what the rules say, and on which basis. */
    public UUID id() {
        String text = Arrays.stream(Rule.values())
                .map(rule -> String.join(
                        "\t", rule.place(), answer(rule).is(), answer(rule).basis()))
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the rules of the mock, as the build has read them. */
    public static RecordingRules ofTheMock() {
        try (InputStream in = RecordingRules.class.getClassLoader().getResourceAsStream(BUILT)) {
            if (in == null) {
                throw new IllegalStateException(BUILT + " is not on the class path");
            }
            Map<Rule, Answer> answers = new EnumMap<>(Rule.class);
            DataInputStream data = new DataInputStream(in);
            for (Rule rule : Rule.values()) {
                answers.put(rule, new Answer(data.readUTF(), data.readUTF(), source(data.readUTF())));
            }
            return new RecordingRules(answers);
        } catch (IOException e) {
            throw new IllegalStateException("the build wrote " + BUILT, e);
        }
    }

    // A source that a file has is not empty.
    private static Optional<String> source(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Writes the rules in the form in which a start reads them. */
    public void write(DataOutputStream out) throws IOException {
        for (Rule rule : Rule.values()) {
            Answer answer = answer(rule);
            out.writeUTF(answer.is());
            out.writeUTF(answer.basis());
            out.writeUTF(answer.source().orElse(""));
        }
    }

    /**
     * Reads a file that has every rule.
     *
     * @param name of the file, for problems
     * @throws InvalidRules with all problems
     */
    public static RecordingRules read(InputStream file, String name) throws IOException {
        List<Problem> problems = new ArrayList<>();
        Place place = new Place(name, "", problems::add);
        Map<Rule, Answer> answers = new EnumMap<>(Rule.class);
        try {
            JsonNode document = Yaml.read(file);
            JsonNode content = document.isObject()
                    ? ((com.fasterxml.jackson.databind.node.ObjectNode) document.deepCopy()).without(SCHEMA)
                    : JsonNodeFactory.instance.missingNode();
            JsonNode read = StrictReader.read(content, shape(), place);
            for (Rule rule : Rule.values()) {
                JsonNode answer = read.path(rule.group()).path(rule.member());
                answers.put(
                        rule,
                        new Answer(
                                answer.path("is").asText(),
                                answer.path("basis").asText(),
                                source(answer.path("source").asText())));
            }
            reportMissingSources(read, place);
        } catch (NotReadable e) {
            place.report(e.expected(), String.valueOf(e.getMessage()));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRules(problems);
        }
        return new RecordingRules(answers);
    }

    private static void reportMissingSources(JsonNode read, Place place) {
        for (Rule rule : Rule.values()) {
            JsonNode answer = read.path(rule.group()).path(rule.member());
            if (answer.path("basis").asText().equals(BASES.get(0)) && !answer.has("source")) {
                place.child(rule.group())
                        .child(rule.member())
                        .report("a source, since the rule is called documented", "none");
            }
        }
    }

    /** Returns the shape of a file. */
    static Shape.Structure shape() {
        Map<String, Map<String, Shape.Member>> groups = new LinkedHashMap<>();
        for (Rule rule : Rule.values()) {
            Map<String, Shape.Member> answer = new LinkedHashMap<>();
            answer.put("is", new Shape.Member(text(rule.answers()), true));
            answer.put("basis", new Shape.Member(text(BASES), true));
            answer.put("source", new Shape.Member(text(List.of()), false));
            groups.computeIfAbsent(rule.group(), group -> new LinkedHashMap<>())
                    .put(rule.member(), new Shape.Member(new Shape.Structure(answer), true));
        }
        Map<String, Shape.Member> members = new LinkedHashMap<>();
        groups.forEach((group, rules) -> members.put(group, new Shape.Member(new Shape.Structure(rules), true)));
        return new Shape.Structure(members);
    }

    private static Shape.Text text(List<String> values) {
        return new Shape.Text(1, 1_000, Optional.empty(), values, false);
    }

    /** A file breaks the form of its schema. The message lists all problems. */
    public static final class InvalidRules extends RuntimeException {

        InvalidRules(List<Problem> problems) {
            super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), null, false, false);
        }
    }

    @Override
    public String toString() {
        return Arrays.stream(Rule.values())
                .map(rule -> rule.place() + ": " + answer(rule).is())
                .collect(Collectors.joining(", "));
    }
}
