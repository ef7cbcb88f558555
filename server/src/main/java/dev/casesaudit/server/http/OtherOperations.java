package dev.casesaudit.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The operations that the service has and the mock does not, for the message about a request to one. */
final class OtherOperations {

    /** The resource with a line for each: method, path, name. */
    static final String RESOURCE = "other-operations.txt";

    // Read with the first request to an operation that the mock does not have.
    private static final class All {
        private static final Map<String, OperationRoute> ROUTES = read();
    }

    private OtherOperations() {}

    /** Returns the name of the operation that a request calls. */
    static Optional<String> find(String method, String path) {
        return All.ROUTES.entrySet().stream()
                .filter(one -> one.getValue().has(method, path))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static List<String> names() {
        return List.copyOf(All.ROUTES.keySet());
    }

    private static Map<String, OperationRoute> read() {
        try (InputStream in = OtherOperations.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(parts -> parts[2], parts -> new OperationRoute(parts[0], parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
