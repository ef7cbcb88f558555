package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceException;
import java.util.Optional;

/** The labels in the path of a request, percent-decoded exactly. */
final class PathLabels {

    private static final String BEFORE_DOMAIN = "/domains/";
    private static final String BEFORE_CASE = "/cases/";
    private static final String AFTER_CASE = "/audit-history";

    private PathLabels() {}

    /**
     * Reads a path.
     *
     * @param path as in the request line, without the query
     * @return empty if the path is not that of the operation
     * @throws ServiceException a SerializationException, if a label is not percent-encoded UTF-8
     */
    static Optional<CaseKey> read(String path) {
        int domain = BEFORE_DOMAIN.length();
        int domainEnd = path.indexOf('/', domain);
        int caseId = domainEnd + BEFORE_CASE.length();
        int caseEnd = path.indexOf('/', caseId);
        boolean matches = path.startsWith(BEFORE_DOMAIN)
                && path.startsWith(BEFORE_CASE, domainEnd)
                && path.startsWith(AFTER_CASE, caseEnd)
                && isEnd(path, caseEnd + AFTER_CASE.length());
        return matches
                ? Optional.of(new CaseKey(
                        Segment.decode(path.substring(domain, domainEnd)),
                        Segment.decode(path.substring(caseId, caseEnd))))
                : Optional.empty();
    }

    private static boolean isEnd(String path, int index) {
        return path.length() == index || (path.length() == index + 1 && path.endsWith("/"));
    }
}
