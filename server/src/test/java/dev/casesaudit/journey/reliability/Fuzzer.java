package dev.casesaudit.journey.reliability;

import dev.casesaudit.journey.RawConnection;
import dev.casesaudit.journey.RawConnection.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Sends requests one after the other, and judges the responses. One for each thread. */
final class Fuzzer implements AutoCloseable {

    private static final String NOT_HTTP = "x\r\n\r\n";
    private static final int WAIT_MILLIS = 25;

    // Longer than any body that the mock accepts, so that it completes whatever the mock still waits for.
    private static final String FILLER = NOT_HTTP.repeat(40_000);

    private final URI endpoint;
    private final FuzzFindings findings;
    private Optional<RawConnection> open = Optional.empty();

    Fuzzer(URI endpoint, FuzzFindings findings) {
        this.endpoint = endpoint;
        this.findings = findings;
    }

    void send(FuzzRequest request) {
        try {
            if (request.hasUnknownEnd()) {
                close();
                sendWithUnknownEnd(request);
                close();
            } else {
                sendFramed(request);
            }
        } catch (SocketTimeoutException e) {
            findings.add(
                    request,
                    String.format(
                            Locale.ROOT,
                            "expected an answer or an end within %d ms, got neither",
                            RawConnection.LIMIT.toMillis()));
            close();
        } catch (SocketException e) {
            // The kernel answers with a reset to bytes that arrive after a refusal.
            if (FuzzRequest.asksForFault(request.bytes()) || request.hasUnknownEnd()) {
                findings.count("broken off");
            } else {
                findings.add(request, "expected an answer, got " + e.getMessage());
            }
            close();
        } catch (IOException e) {
            if (!FuzzRequest.asksForFault(request.bytes())) {
                findings.add(request, String.valueOf(e.getMessage()));
            }
            close();
        }
    }

    private void sendFramed(FuzzRequest request) throws IOException {
        RawConnection connection = open.isPresent() ? open.get() : new RawConnection(endpoint);
        open = Optional.of(connection);
        connection.send(request.bytes());
        for (FuzzRequest.Part part : request.parts()) {
            Optional<Response> answer = connection.readFinal(part.head());
            if (answer.isEmpty()) {
                if (!part.hasFault()) {
                    findings.add(request, "expected an answer, got the end of the connection");
                }
                close();
                return;
            }
            judge(request, answer.get(), part);
            if (answer.get().isLast()
                    || part.old()
                    || part.hasFault()
                    || answer.get().status() == 101) {
                requireEnd(request, connection, answer.get(), part);
                close();
                return;
            }
        }
        if (connection.hasUnreadBytes()) {
            findings.add(request, "expected no byte after the last answer");
            close();
        }
    }

    // Not for HEAD or a pipeline: bytes that are not HTTP get a response with a body, even after a last response.
    private void requireEnd(FuzzRequest request, RawConnection connection, Response answer, FuzzRequest.Part part)
            throws IOException {
        boolean alone = request.parts().size() == 1 && !part.head();
        if (alone
                && answer.isLast()
                && !part.hasFault()
                && connection.readFinal(false).isPresent()) {
            findings.add(request, "expected the end of the connection after connection: close");
        }
    }

    private void sendWithUnknownEnd(FuzzRequest request) throws IOException {
        RawConnection connection = new RawConnection(endpoint);
        open = Optional.of(connection);
        connection.send(request.bytes());
        connection.send(NOT_HTTP);
        FuzzRequest.Part part = new FuzzRequest.Part(false, FuzzRequest.asksForFault(request.bytes()), false);
        boolean waited = false;
        boolean isAnswered = false;
        while (true) {
            if (!waited && !connection.isReadable(WAIT_MILLIS)) {
                // The mock may wait for the rest of an announced body.
                waited = true;
                findings.count("waited for more");
                connection.send(FILLER);
            }
            Optional<Response> answer = connection.readFinal(false);
            if (answer.isEmpty()) {
                if (!isAnswered && !part.hasFault()) {
                    findings.add(request, "expected an answer before the end of the connection");
                }
                return;
            }
            isAnswered = true;
            judge(request, answer.get(), part);
        }
    }

    private void judge(FuzzRequest request, Response answer, FuzzRequest.Part part) {
        findings.count("status " + answer.status());
        if (!part.hasFault()) {
            FuzzJudge.fault(answer, part.head())
                    .ifPresent(fault -> findings.add(request, "%s, got %s".formatted(fault, answer)));
        }
    }

    @Override
    public void close() {
        open.ifPresent(Fuzzer::closeQuietly);
        open = Optional.empty();
    }

    private static void closeQuietly(RawConnection connection) {
        try {
            // Thousands of connections in TIME_WAIT would use up the ports of the machine.
            connection.reset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
