package dev.casesaudit.server.behaviour.pages;

/** A way in which pages can be awkward. The legal ones a client must handle, the illegal ones it should survive. */
public enum Awkwardness {
    /** A page has fewer events than requested, though more follow; one, where one is requested. */
    SHORT_PAGES("short-pages"),

    /** Every other page, beginning with the first, is empty and has a token. */
    EMPTY_PAGES("empty-pages"),

    /** A last page that is exactly full has a token, which leads to an empty page. */
    EMPTY_LAST_PAGE("empty-last-page"),

    /** The last page says {@code "nextToken":null}. */
    NULL_TOKEN("null-token"),

    /** Tokens have the greatest length, 9,000 characters. */
    LONG_TOKENS("long-tokens"),

    /** Tokens expire, counted from the page that returned them. */
    TOKENS_EXPIRE("tokens-expire"),

    /** Only one call can use a token. Retries of that call may use it again. */
    TOKENS_ONCE("tokens-once"),

    /**
     * Illegal: from the second page on, each page returns the token of its own request, so that a walk makes no
     * progress.
     */
    ILLEGAL_REPEATED_TOKEN("illegal-repeated-token"),

    /** Illegal: the last page says {@code "nextToken":""}. */
    ILLEGAL_EMPTY_TOKEN("illegal-empty-token"),

    /** Illegal: empty pages with new tokens follow the last event. */
    ILLEGAL_ENDLESS("illegal-endless");

    private final String wireName;

    Awkwardness(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public boolean isLegal() {
        return !wireName.startsWith("illegal-");
    }
}
