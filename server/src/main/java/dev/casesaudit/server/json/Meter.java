package dev.casesaudit.server.json;

/** Counts the memory that a document needs while it is read. May throw to refuse more. */
public interface Meter {

    /** Accepts everything. */
    Meter NONE = new Meter() {
        @Override
        public void take(long bytes) {}

        @Override
        public long taken() {
            return 0;
        }
    };

    /** Takes more bytes; returns some, if the number is negative. */
    void take(long bytes);

    /** Returns how many bytes are taken. */
    long taken();
}
