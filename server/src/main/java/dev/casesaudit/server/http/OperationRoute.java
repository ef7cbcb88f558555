package dev.casesaudit.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The method and path of an operation. The labels of the path are percent-decoded exactly. */
final class OperationRoute {

    private final String method;

    // A label is null.
    private final String[] literals;
    private final int labels;

    /** @param path as in the contract: {@code /domains/{domainId}/cases/{caseId}/audit-history} */
    OperationRoute(String method, String path) {
        this.method = method;
        String[] segments = path.substring(1).split("/");
        int count = 0;
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].startsWith("{")) {
                segments[i] = null;
                count++;
            }
        }
        this.literals = segments;
        this.labels = count;
    }

    /**
     * Reads the path of a request.
     *
     * @param path as in the request line, without the query
     * @return the labels in their order; empty if the request belongs to another operation
     * @throws dev.casesaudit.server.error.ServiceException a SerializationException, if a label is not percent-encoded
     * UTF-8
     */
    Optional<List<String>> read(String requestMethod, String path) {
        if (!has(requestMethod, path)) {
            return Optional.empty();
        }
        List<String> read = new ArrayList<>(labels);
        int from = 1;
        for (String literal : literals) {
            int end = end(path, from);
            if (literal == null) {
                read.add(Segment.decode(path.substring(from, end)));
            }
            from = end + 1;
        }
        return Optional.of(read);
    }

    /** Whether a request calls the operation. */
    boolean has(String requestMethod, String path) {
        return method.equals(requestMethod) && matches(path);
    }

    // Runs for each operation and request, and so creates nothing.
    private boolean matches(String path) {
        if (!path.startsWith("/")) {
            return false;
        }
        int from = 1;
        for (int i = 0; i < literals.length; i++) {
            int end = end(path, from);
            String literal = literals[i];
            boolean isLast = i == literals.length - 1;
            if ((literal != null && !(literal.length() == end - from && path.startsWith(literal, from)))
                    || (!isLast && end == path.length())) {
                return false;
            }
            from = end + 1;
        }
        // A trailing slash is ignored.
        return from >= path.length();
    }

    private static int end(String path, int from) {
        int end = path.indexOf('/', from);
        return end < 0 ? path.length() : end;
    }
}
