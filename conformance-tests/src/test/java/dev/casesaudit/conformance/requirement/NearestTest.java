package dev.casesaudit.conformance.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> NAMES =
            List.of("error-has-a-name", "pagination-ends", "pagination-pages-are-disjoint", "request-limits");

    @Test
    void findsANameThatIsMisspelt() {
        assertThat(Nearest.to("pagnation-ends", NAMES)).containsExactly("pagination-ends");
    }

    @Test
    void findsANameByItsBeginningOrAPartInAnyLetterCase() {
        assertThat(Nearest.to("PAGINATION", NAMES)).containsExactly("pagination-ends", "pagination-pages-are-disjoint");
        assertThat(Nearest.to("limits", NAMES)).containsExactly("request-limits");
    }

    @Test
    void suggestsNothingWhereNothingIsLikeIt() {
        assertThat(Nearest.to("something-quite-different", NAMES)).isEmpty();
        assertThat(Nearest.to("", NAMES)).isEmpty();
    }
}
