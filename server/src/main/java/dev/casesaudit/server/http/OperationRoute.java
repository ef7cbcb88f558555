package dev.casesaudit.server.http;

import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.error.ServiceException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The method and path of an operation. The labels of the path are percent-decoded exactly. */
final class OperationRoute {

    private static final Pattern LABEL = Pattern.compile("\\{(\\w+)}");
    private static final List<String> LABELS = List.of("domainId", "caseId");

    private final String method;
    private final String beforeDomain;
    private final String beforeCase;
    private final String afterCase;

    /** @param path as in the contract: {@code /domains/{domainId}/cases/{caseId}/audit-history} */
    OperationRoute(String method, String path) {
        List<String> labels =
                LABEL.matcher(path).results().map(found -> found.group(1)).toList();
        if (!labels.equals(LABELS)) {
            throw new IllegalArgumentException(path + " has other labels than " + LABELS);
        }
        String[] literals = LABEL.split(path, -1);
        this.method = method;
        this.beforeDomain = literals[0];
        this.beforeCase = literals[1];
        this.afterCase = literals[2];
    }

    boolean hasMethod(String other) {
        return method.equals(other);
    }

    /**
     * Reads a path.
     *
     * @param path as in the request line, without the query
     * @return the case in the path; empty if the path belongs to another operation
     * @throws ServiceException a SerializationException, if a label is not percent-encoded UTF-8
     */
    Optional<CaseKey> read(String path) {
        int domain = beforeDomain.length();
        int domainEnd = path.indexOf('/', domain);
        int caseId = domainEnd + beforeCase.length();
        int caseEnd = path.indexOf('/', caseId);
        boolean matches = path.startsWith(beforeDomain)
                && path.startsWith(beforeCase, domainEnd)
                && path.startsWith(afterCase, caseEnd)
                && isEnd(path, caseEnd + afterCase.length());
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
