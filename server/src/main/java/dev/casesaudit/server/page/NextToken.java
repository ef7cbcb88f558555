package dev.casesaudit.server.page;

import java.util.Locale;
import java.util.Optional;

/** What a page says of the page after it. */
sealed interface NextToken {

    /** The member as it stands behind the events, comma included. */
    String member();

    /** The token that leads on, if there is one. */
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

    /** There is none. */
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
