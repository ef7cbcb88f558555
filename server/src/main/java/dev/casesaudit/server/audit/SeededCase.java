package dev.casesaudit.server.audit;

import dev.casesaudit.server.error.ServiceError;
import java.util.Optional;

/** A case of the world: its history, or the error that it always returns. */
public sealed interface SeededCase {

    int size();

    /** Returns roughly how many bytes of memory it needs. */
    long bytes();

    /** Returns the same without the bytes that fixtures keep anyway. */
    long ownBytes();

    /** The same case in a new generation, so that page tokens of any case before it are refused. */
    SeededCase renewed();

    /** A copy of the case under another id. */
    default SeededCase copied() {
        return renewed();
    }

    /** The same case, marked as kept by the fixtures for a reset. */
    SeededCase ofFixtures();

    /** Returns the client token that the case was created with; empty for none. */
    default Optional<ClientToken> clientToken() {
        return Optional.empty();
    }

    /**
     * A case with a history.
     *
     * @param edited its content, once an operation has changed it; until then, the history says what it is
     */
    record WithHistory(AuditHistory history, Optional<CaseContent> edited) implements SeededCase {

        public WithHistory(AuditHistory history) {
            this(history, Optional.empty());
        }

        /** Returns the content of the case. */
        public CaseContent content() {
            return edited.orElseGet(history::impliedContent);
        }

        /** Whether its content is known, or quickly read from its history. */
        public boolean hasContentAtHand() {
            return edited.isPresent() || history.hasContentAtHand();
        }

        /** The case with a longer history, whose new events were not made by an operation. */
        public WithHistory grown(AuditHistory longer) {
            return new WithHistory(
                    longer, edited.map(content -> ImpliedContent.after(content, longer, history.size())));
        }

        @Override
        public Optional<ClientToken> clientToken() {
            return edited.flatMap(CaseContent::clientToken);
        }

        @Override
        public int size() {
            return history.size();
        }

        @Override
        public long bytes() {
            return history.bytes() + contentBytes();
        }

        @Override
        public long ownBytes() {
            return history.ownBytes() + contentBytes();
        }

        private long contentBytes() {
            return edited.map(CaseContent::bytes).orElse(0L);
        }

        @Override
        public WithHistory renewed() {
            return new WithHistory(history.renewed(), edited);
        }

        @Override
        public WithHistory ofFixtures() {
            return new WithHistory(history.ofFixtures(), edited);
        }

        /** A copy of the case under another id. The client token stays with the original. */
        @Override
        public WithHistory copied() {
            return new WithHistory(history.renewed(), edited.map(CaseContent::withoutClientToken));
        }
    }

    /** A case that returns the same error to each request. */
    record AlwaysFailing(ServiceError error) implements SeededCase {

        private static final int EMPTY_BYTES = 512;

        @Override
        public int size() {
            return 0;
        }

        @Override
        public long bytes() {
            return EMPTY_BYTES + (long) error.length();
        }

        @Override
        public long ownBytes() {
            return bytes();
        }

        @Override
        public SeededCase renewed() {
            return this;
        }

        @Override
        public SeededCase ofFixtures() {
            return this;
        }
    }
}
