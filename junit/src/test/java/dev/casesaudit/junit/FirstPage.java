package dev.casesaudit.junit;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;

/** A request for the first page of {@code a-case}, without an SDK. */
final class FirstPage {

    private FirstPage() {}

    /**
     * Reads it.
     *
     * @throws IOException if the mock answers with an error
     */
    static void read(CasesAudit cases) throws IOException {
        URLConnection request = cases.endpoint()
                .resolve("/domains/" + cases.domain() + "/cases/a-case/audit-history")
                .toURL()
                .openConnection();
        request.setDoOutput(true);
        request.setRequestProperty("content-type", "application/json");
        request.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        request.getInputStream().readAllBytes();
    }
}
