package dev.casesaudit.server.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A document that is read piece by piece, so that none but small pieces of it have to be held. It stands before a value. */
public interface Document {

    boolean isObject();

    boolean isList();

    /** Reads the value, whatever it is, as a tree. */
    JsonNode tree() throws IOException;

    /** Reads the value, which is an object, and stands before the value of each member in turn. */
    void members(Member member) throws IOException;

    /** Reads the value, which is a list, and stands before each item in turn. */
    void items(Item item) throws IOException;

    /** Reads the value of a member, all of it. */
    @FunctionalInterface
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads an item, all of it. */
    @FunctionalInterface
    interface Item {
        void read(int index) throws IOException;
    }

    /** Reads all of a document. */
    @FunctionalInterface
    interface Whole {
        void read(Document document) throws IOException;
    }
}
