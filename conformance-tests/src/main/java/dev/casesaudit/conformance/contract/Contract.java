package dev.casesaudit.conformance.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The constraints, unions and errors of the OpenAPI document. */
public final class Contract {

    /** The name of the input, which also has the members of the path. */
    public static final String INPUT = "GetCaseAuditEventsRequest";

    public static final String OUTPUT = "GetCaseAuditEventsResponse";

    private static final String ROUTE = "/domains/{domainId}/cases/{caseId}/audit-history";

    private final String hash;
    private final ObjectNode input;
    private final JsonNode output;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<ContractError> errors;
    private final List<Union> unions;

    private Contract(String text) {
        JsonNode document = Document.parse(text);
        hash = sha256(text).substring(0, 12);
        JsonNode operation = document.path("paths").path(ROUTE).path("post");
        input = operation.at("/requestBody/content/application~1json/schema").deepCopy();
        Document.addPathMembers(input, operation.path("parameters"));
        output = operation.at("/responses/200/content/application~1json/schema");
        errors = Document.errors(operation.path("responses"));
        constraints.addAll(Constraints.ofInput(INPUT, input));
        constraints.addAll(Constraints.ofOutput(output));
        constraints.addAll(Constraints.ofErrors(operation.path("responses")));
        unions = Document.unions(output);
    }

    /** Reads the contract of this build. */
    public static Contract read() {
        return new Contract(Document.packaged());
    }

    public static Contract parse(String openApi) {
        return new Contract(openApi);
    }

    /** Returns twelve hexadecimal digits that identify the contract. */
    public String hash() {
        return hash;
    }

    /** Returns all constraints, those of the input first. */
    public List<Constraint> constraints() {
        return List.copyOf(constraints);
    }

    /** Returns a constraint, which must exist. */
    public Constraint constraint(String member, Keyword keyword) {
        return constraints.stream()
                .filter(one -> one.member().equals(member) && one.keyword() == keyword)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(String.format(
                        Locale.ROOT, "the contract has no constraint '%s' on %s", keyword.label(), member)));
    }

    /** Returns a constraint of a member of the input. */
    public Constraint ofInput(String member, Keyword keyword) {
        return constraint(INPUT + "." + member, keyword);
    }

    /** Returns the page size of requests without {@code maxResults}. */
    public int defaultPageSize() {
        return input.at("/properties/maxResults/default").asInt();
    }

    public List<ContractError> errors() {
        return errors;
    }

    /** Returns the error of a name, if the contract has it. */
    public Optional<ContractError> error(String name) {
        return errors.stream().filter(error -> error.name().equals(name)).findFirst();
    }

    public List<Union> unions() {
        return unions;
    }

    /** Finds the violations of a body of a 200. */
    public Reading read(JsonNode body) {
        return new BodyReading().read(OUTPUT, output, body);
    }

    /** Returns a body of a 200 with its values rewritten, and without null members. */
    public JsonNode rewrite(JsonNode body, Rewriter rewriter) {
        return new Rewriting(rewriter).value(OUTPUT, output, body, "");
    }

    /** Returns the names of all members whose values must not be shown. */
    public List<String> sensitiveMembers() {
        return Document.sensitive(output);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
