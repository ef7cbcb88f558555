package dev.casesaudit.conformance.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.target.CaseRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {

    private static final String FOUR_BYTES = "%F0%9F%98%80";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                " \r\n\t{ } ",
                "{\"maxResults\":5}",
                "{\"maxResults\" : -1 , \"nextToken\" : \"a\\u0041\\\"\" }",
                "{\"maxResults\":null,\"nextToken\":null}",
                "{\"other\":{\"a\":[1,-0.5e+3,{\"b\":[true,false,null]}]},\"maxResults\":25}",
                "{\"😀\":\"😀\"}"
            })
    void matchesOneJsonObject(String body) {
        assertThat(body).matches(Patterns.readableBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "null",
                "[]",
                "{",
                "{}{}",
                "{\"maxResults\":\"25\"}",
                "{\"maxResults\":1.0}",
                "{\"maxResults\":1e1}",
                "{\"maxResults\":01}",
                "{\"maxResults\":[1]}",
                "{\"nextToken\":5}",
                "{\"nextToken\":{}}",
                "{\"maxResults\":5,}",
                "{,}",
                "{\"a\":[1,]}",
                "{\"a\":1 \"b\":2}",
                "{'maxResults':5}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":NaN}",
                "\f{}",
                "/* */{}"
            })
    void refusesMalformedJsonAndWrongTypes(String body) {
        assertThat(body).doesNotMatch(Patterns.readableBody());
    }

    @Test
    void followsLongTextsWithoutRecursion() {
        String escaped = "\\u0041".repeat(20_000);
        assertThat("{\"nextToken\":\"%s\"}".formatted(escaped)).matches(Patterns.readableBody());
        assertThat("[%s1]".formatted("1,".repeat(20_000))).doesNotMatch(Patterns.readableBody());
    }

    @Test
    void countsLabelsByCodePoints() {
        String tooLong = Patterns.labelLongerThan(500);
        assertThat("a".repeat(500)).doesNotMatch(tooLong);
        assertThat("a".repeat(501)).matches(tooLong);
        assertThat(FOUR_BYTES.repeat(500)).doesNotMatch(tooLong);
        assertThat(FOUR_BYTES.repeat(501)).matches(tooLong);
    }

    @Test
    void countsTextsByCodePoints() {
        String tooLong = Patterns.textLongerThan(9_000);
        assertThat("😀".repeat(9_000)).doesNotMatch(tooLong);
        assertThat("😀\n".repeat(4_500) + "a").matches(tooLong);
    }

    @Test
    void findsACaseByItsIdAloneHoweverItIsEncoded() {
        String path = Patterns.path(new CaseRef("a.b", "c/😀"));
        assertThat("/domains/a.b/cases/c%2F%F0%9F%98%80/audit-history").matches(path);
        assertThat("/domains/%61%2e%62/cases/%63%2f%f0%9f%98%80/audit-history/").matches(path);
        assertThat("/domains/aXb/cases/c%2F%F0%9F%98%80/audit-history").doesNotMatch(path);
        assertThat("/domains/a.b/cases/c/%F0%9F%98%80/audit-history").doesNotMatch(path);
    }

    @Test
    void matchesLabelsThatAreNotUtf8() {
        String path = Patterns.path(Patterns.LABEL, Patterns.malformedLabel());
        assertThat("/domains/a/cases/%ff/audit-history").matches(path);
        assertThat("/domains/a/cases/" + FOUR_BYTES + "/audit-history").doesNotMatch(path);
    }
}
