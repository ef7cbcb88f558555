package dev.casesaudit.server.page;

import java.util.Locale;
import java.util.Optional;

/** The token member of a page. */
sealed interface NextToken {

    /** Returns the JSON of the member after the events, with its comma. */
    String member();

    /** Returns the token, if there is one. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** There is another page. */
    record Token(String token) implements NextToken {
        @Override
        public String member() {
            return String.format(Locale.ROOT, ",\"nextToken\":\"%s\"", token);
        }

        @Override
        public Optional<String> text() {
            return Optional.of(token);
        }
    }

    /** This is the last page. */
    enum Last implements NextToken {
        ABSENT(""),
        NULL(",\"nextToken\":null"),
        EMPTY(",\"nextToken\":\"\"");

        private final String member;

        Last(String member) {
            this.member = member;
        }

        @Override
        public String member() {
            return member;
        }
    }
}
