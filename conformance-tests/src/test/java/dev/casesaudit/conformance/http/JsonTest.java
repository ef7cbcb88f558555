package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void showsNoWordOfATextThatIsNoJson() {
        String problem = Json.problem(Content.of("{\"customEntity\": jane-doe}"));

        assertThat(problem).isEqualTo("a word that is no JSON");
    }
}
