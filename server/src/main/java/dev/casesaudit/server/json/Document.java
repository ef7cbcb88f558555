package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * A document that is read in pieces, so that only small pieces are in memory. The current position is before a value.
 */
public interface Document {

    boolean isObject();

    boolean isList();

    /** Reads the value as a tree. */
    JsonNode tree() throws IOException;

    /** Reads the value, an object, and calls back before the value of each member. */
    void members(Member member) throws IOException;

    /** Reads the value, a list, and calls back before each item. */
    void items(Item item) throws IOException;

    /** Reads the whole value of a member. */
    @FunctionalInterface
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads a whole item. */
    @FunctionalInterface
    interface Item {
        void read(int index) throws IOException;
    }

    /** Reads a whole document. */
    @FunctionalInterface
    interface Whole {
        void read(Document document) throws IOException;
    }
}
