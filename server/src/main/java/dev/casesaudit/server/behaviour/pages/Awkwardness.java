package dev.casesaudit.server.behaviour.pages;

/** One way in which pages can be awkward: legal, so that a client has to cope, or illegal, so that it should survive. */
public enum Awkwardness {
    /** Pages hold fewer events than asked for, though more follow; one where one is asked for. */
    SHORT_PAGES("short-pages"),

    /** Every other page is empty and has a token, the first page too. */
    EMPTY_PAGES("empty-pages"),

    /** A last page that is exactly full has a token, which leads to an empty last page. */
    EMPTY_LAST_PAGE("empty-last-page"),

    /** The last page says {@code "nextToken":null}. */
    NULL_TOKEN("null-token"),

    /** Tokens are as long as they may be, 9,000 characters. */
    LONG_TOKENS("long-tokens"),

    /** Tokens expire after a time, counted from the page that gave them. */
    TOKENS_EXPIRE("tokens-expire"),

    /** A token is used up by one call. The retries of that call may use it again. */
    TOKENS_ONCE("tokens-once"),

    /** Illegal: from the second page on each page's token is the one it was asked with, so that a walk never gets on. */
    ILLEGAL_REPEATED_TOKEN("illegal-repeated-token"),

    /** Illegal: the last page says {@code "nextToken":""}. */
    ILLEGAL_EMPTY_TOKEN("illegal-empty-token"),

    /** Illegal: after the last event come empty pages with ever new tokens. */
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
