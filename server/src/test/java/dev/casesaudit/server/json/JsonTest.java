package dev.casesaudit.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    static Stream<String> unreadable() {
        return Stream.of(
                "[".repeat(3_000),
                "{\"a\":".repeat(3_000),
                "{\"a\":" + "1".repeat(1_100) + "}",
                "{\"a\": 1e99999999999}",
                "{\"a\": -1E+99999999999}",
                "{\"" + "k".repeat(60_000) + "\":1}",
                "{} {}",
                "{\"a\": nan}",
                "{\"a\": 1",
                "{\"a\": 1, \"a\": 2}");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void describesWhatItFoundInPlainWords(String text) {
        NotReadable refused = catchThrowableOfType(NotReadable.class, () -> read(text));

        assertThat(refused.expected()).isEqualTo("JSON");
        assertThat(refused).message().isNotBlank().doesNotContain("Feature", "fasterxml", "Source:");
    }

    @Test
    void reportsThePlace() {
        assertThatThrownBy(() -> read("{\"a\":\n 1, 2}")).hasMessageContaining("line 2, column 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void readsInfinityAndNaNAsPythonAndTheAwsCliWriteThem(String number) throws Exception {
        assertThat(read("[" + number + "]").path(0)).isEqualTo(DoubleNode.valueOf(Double.parseDouble(number)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0", "-0e5", "0.0", "0.1", "4.9e-324", "1.7976931348623157e308"})
    void readsNumbersAsDoublesWithTheirSign(String number) throws Exception {
        assertThat(read("[" + number + "]").path(0)).isEqualTo(DoubleNode.valueOf(Double.parseDouble(number)));
    }

    @Test
    void keepsNumbersBeyondAllDoubles() throws Exception {
        assertThat(read("[-1e400]").path(0)).isEqualTo(DecimalNode.valueOf(new BigDecimal("-1e400")));
    }

    private static JsonNode read(String text) throws Exception {
        return Json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
