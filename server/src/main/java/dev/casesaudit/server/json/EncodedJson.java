package dev.casesaudit.server.json;

import java.util.List;

/** A JSON document that is already encoded, in parts, so that it is copied only once, to the buffer of the socket. */
public interface EncodedJson {

    /** A document in one part. */
    static EncodedJson of(byte[] document) {
        List<ByteRange> runs = List.of(ByteRange.of(document));
        return () -> runs;
    }

    /** Returns the parts in their order. */
    List<ByteRange> runs();

    /** Returns the length of the document in bytes. */
    default int length() {
        int length = 0;
        for (ByteRange run : runs()) {
            length += run.length();
        }
        return length;
    }

    /** Returns how many bytes it keeps in memory that nothing else does. */
    default int ownBytes() {
        return length();
    }
}
