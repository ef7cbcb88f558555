package dev.casesaudit.server.json;

/** Counts the bytes of memory that a document takes up while it is read, and may refuse more by an exception. */
public interface Meter {

    /** Refuses nothing. */
    Meter NONE = new Meter() {
        @Override
        public void take(long bytes) {}

        @Override
        public long taken() {
            return 0;
        }
    };

    /** Takes so many more; gives some back, if the number is negative. */
    void take(long bytes);

    /** How many are taken. */
    long taken();
}
