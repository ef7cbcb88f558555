package dev.casesaudit.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.casesaudit.server.error.ErrorType;
import dev.casesaudit.server.json.Yaml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ContractTest {

    // Errors of the control API, of a connection or of the gateway, not of the operation.
    private static final Set<ErrorType> NOT_THE_SERVICES = EnumSet.of(
            ErrorType.UNAUTHORIZED, ErrorType.REQUEST_TIMEOUT, ErrorType.SERVICE_UNAVAILABLE, ErrorType.BAD_REQUEST);

    private final Contract contract = Contract.operation();

    @Test
    void isWhatTheDocumentsSayThatPeopleRead() {
        assertSame(Contract.operation(), ContractDocument.ofOperations());
        assertSame(Contract.control(), ContractDocument.read(Contract.CONTROL).contract());
    }

    private static void assertSame(Contract built, Contract document) {
        assertThat(built.schemas()).isNotEmpty();
        // As text, since patterns have no equals.
        assertThat(built).asString().isEqualTo(document.toString());
    }

    @Test
    void keepsEveryPartOfEveryShape() throws IOException {
        Shape text = new Shape.Text(1, 2, Optional.of(Pattern.compile("[a-z]\\d?")), List.of("b1", "a2"), true);
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("text", text);
        shapes.put("integer", new Shape.WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE));
        shapes.put("long", new Shape.LongNumber(Long.MIN_VALUE, 7));
        shapes.put("map", new Shape.MapOf((Shape.Text) text, new Shape.Flag(), 7));
        shapes.put("amount", new Shape.Amount(Double.MAX_VALUE));
        shapes.put("double", new Shape.DoubleNumber());
        shapes.put("flag", new Shape.Flag());
        shapes.put("time", new Shape.Timestamp());
        shapes.put("dense", new Shape.ListOf(text, false, 1, 7));
        shapes.put("sparse", new Shape.ListOf(new Shape.Flag(), true));
        shapes.put(
                "structure",
                new Shape.Structure(Map.of("member", new Shape.Member(new Shape.Structure(Map.of()), true))));
        shapes.put("union", new Shape.Union(Map.of("arm", new Shape.Timestamp())));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ShapeBytes.write(shapes, new DataOutputStream(bytes));

        assertThat(shapes.values())
                .extracting(Object::getClass)
                .containsOnlyOnceElementsOf(List.of(Shape.class.getPermittedSubclasses()).stream()
                        .filter(kind -> kind != Shape.ListOf.class)
                        .toList());
        assertThat(ShapeBytes.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .asString()
                .isEqualTo(shapes.toString());
    }

    @Test
    void readsTheLimitsOfTheRequest() {
        assertThat(contract.parameter("DomainId")).isEqualTo(text(1, 500));
        assertThat(contract.parameter("CaseId")).isEqualTo(text(1, 500));
        assertThat(contract.member("GetCaseAuditEventsRequest", "maxResults")).isEqualTo(new Shape.WholeNumber(1, 25));
        assertThat(contract.member("GetCaseAuditEventsRequest", "nextToken")).isEqualTo(text(0, 9000));
    }

    @Test
    void readsATaggedUnionAsItsArms() {
        Shape.Union union = (Shape.Union) contract.schema("AuditEventFieldValueUnion");

        assertThat(union.arms())
                .containsExactly(
                        Map.entry("stringValue", text(0, 4100)),
                        Map.entry("doubleValue", new Shape.DoubleNumber()),
                        Map.entry("booleanValue", new Shape.Flag()),
                        Map.entry("emptyValue", new Shape.Structure(Map.of())),
                        Map.entry("userArnValue", text(0, Integer.MAX_VALUE)));
    }

    @Test
    void marksWhatMustNotBeLogged() {
        Shape.Union user = (Shape.Union) contract.schema("UserUnion");

        assertThat(((Shape.Text) Objects.requireNonNull(user.arms().get("customEntity"))).sensitive())
                .isTrue();
        assertThat(((Shape.Text) Objects.requireNonNull(user.arms().get("userArn"))).sensitive())
                .isFalse();
    }

    @Test
    void knowsEachErrorTheServerAnswersWithAndItsStatus() throws IOException {
        Set<String> declared = new HashSet<>();
        for (String resource : List.of(Contract.OPERATION, Contract.CASES)) {
            document(resource).at("/components/responses").forEachEntry((response, content) -> {
                JsonNode header = content.at("/headers/x-amzn-errortype");
                header.at("/schema/enum").forEach(name -> declared.add(name.asText()));
            });
        }

        assertThat(declared)
                .containsAll(Arrays.stream(ErrorType.values())
                        .filter(type -> !NOT_THE_SERVICES.contains(type))
                        .map(ErrorType::wireName)
                        .toList());
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(operation.errors())
                        .contains("ValidationException", "ResourceNotFoundException", "ThrottlingException"));
    }

    private static JsonNode document(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ContractTest.class.getResourceAsStream("/" + resource))) {
            return Yaml.read(in);
        }
    }

    private static Shape.Text text(int min, int max) {
        return new Shape.Text(min, max, Optional.empty(), List.of(), false);
    }
}
