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

/** Sends requests one after the other, and judges what comes back. One for each thread. */
final class Fuzzer implements AutoCloseable {

    private static final String NO_REQUEST = "x\r\n\r\n";
    private static final int PATIENCE_MILLIS = 25;

    // Longer than any body that the mock takes, so that whatever it still waits for has come to an end.
    private static final String ENOUGH = NO_REQUEST.repeat(40_000);

    private final URI endpoint;
    private final FuzzFindings findings;
    private Optional<RawConnection> open = Optional.empty();

    Fuzzer(URI endpoint, FuzzFindings findings) {
        this.endpoint = endpoint;
        this.findings = findings;
    }

    void send(FuzzRequest request) {
        try {
            if (request.isWild()) {
                close();
                sendWild(request);
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
            // What is still being sent when it has been refused, the kernel answers so.
            if (FuzzRequest.asksForTrouble(request.bytes()) || request.isWild()) {
                findings.count("broken off");
            } else {
                findings.add(request, "expected an answer, got " + e.getMessage());
            }
            close();
        } catch (IOException e) {
            if (!FuzzRequest.asksForTrouble(request.bytes())) {
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
                if (!part.asked()) {
                    findings.add(request, "expected an answer, got the end of the connection");
                }
                close();
                return;
            }
            judge(request, answer.get(), part);
            if (answer.get().isLast()
                    || part.old()
                    || part.asked()
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

    // Not after HEAD and not within a pipeline: what is no HTTP gets an answer with a body, also to HEAD, and also
    // after a last answer.
    private void requireEnd(FuzzRequest request, RawConnection connection, Response answer, FuzzRequest.Part part)
            throws IOException {
        boolean alone = request.parts().size() == 1 && !part.head();
        if (alone
                && answer.isLast()
                && !part.asked()
                && connection.readFinal(false).isPresent()) {
            findings.add(request, "expected the end of the connection after connection: close");
        }
    }

    private void sendWild(FuzzRequest request) throws IOException {
        RawConnection connection = new RawConnection(endpoint);
        open = Optional.of(connection);
        connection.send(request.bytes());
        connection.send(NO_REQUEST);
        FuzzRequest.Part part = new FuzzRequest.Part(false, FuzzRequest.asksForTrouble(request.bytes()), false);
        boolean waited = false;
        boolean isAnswered = false;
        while (true) {
            if (!waited && !connection.isReadable(PATIENCE_MILLIS)) {
                // It may wait for the rest of a body that was announced, and has its end now.
                waited = true;
                findings.count("waited for more");
                connection.send(ENOUGH);
            }
            Optional<Response> answer = connection.readFinal(false);
            if (answer.isEmpty()) {
                if (!isAnswered && !part.asked()) {
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
        if (!part.asked()) {
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
