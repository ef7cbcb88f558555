package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceException;
import java.util.Optional;

/**
 * What the path of a request names, percent-decoded exactly.
 *
 * <p>JAX-RS cannot be left alone with such paths: it drops what follows a {@code ;}, resolves {@code .} and {@code ..} also
 * where they are percent-encoded, and replaces bytes that are not UTF-8.
 *
 * @param plain whether the path is one that JAX-RS reads the same way
 */
record Labels(String domainId, String caseId, boolean plain) {

    private static final int DOMAIN = 2;
    private static final int CASE = 4;

    /**
     * Reads a path.
     *
     * @param path as it stands in the request line, without the query
     * @return nothing if the path is not that of the operation
     * @throws ServiceException a SerializationException, if a label is not percent-encoded UTF-8
     */
    static Optional<Labels> of(String path) {
        String[] segments = (path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1);
        boolean matches = segments.length == 6
                && segments[0].isEmpty()
                && segments[1].equals("domains")
                && segments[3].equals("cases")
                && segments[5].equals("audit-history");
        if (!matches) {
            return Optional.empty();
        }
        boolean plain = !path.endsWith("/") && Segment.isPlain(segments[DOMAIN]) && Segment.isPlain(segments[CASE]);
        return Optional.of(new Labels(Segment.decode(segments[DOMAIN]), Segment.decode(segments[CASE]), plain));
    }

    /** The case that is named. */
    CaseKey key() {
        return new CaseKey(domainId, caseId);
    }

    /** The same path, with nothing in it that JAX-RS would read in its own way. */
    String canonicalPath() {
        return "/domains/%s/cases/%s/audit-history".formatted(Segment.encode(domainId), Segment.encode(caseId));
    }
}
