package dev.casesaudit.server.http;

import org.jspecify.annotations.Nullable;

/** Reads the query of a request. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * Returns the first value of a parameter; null for none.
     *
     * @throws dev.casesaudit.server.error.ServiceException a SerializationException, if the value is not
     * percent-encoded UTF-8
     */
    static @Nullable String first(@Nullable String query, String name) {
        if (query == null) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return Segment.decodeParameter(pair.substring(name.length() + 1));
            }
        }
        return null;
    }
}
