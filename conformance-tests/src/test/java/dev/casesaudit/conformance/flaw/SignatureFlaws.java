package dev.casesaudit.conformance.flaw;

import dev.casesaudit.conformance.stub.SigningService;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.util.List;

/** Servers that check signatures insufficiently. */
final class SignatureFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                servesUnsigned(),
                servesIncompleteSignatures(),
                refusesUnsignedWithHtml(),
                looksAtTheKeyAlone(),
                deniesUnknownKeys(),
                answers401("MissingAuthenticationTokenException")
                        .caughtBy(
                                "error-credential-errors-forbidden",
                                "at the response: expected 403 for MissingAuthenticationTokenException, got 401")
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 403 for MissingAuthenticationTokenException, got 401"),
                answers401("UnrecognizedClientException")
                        .caughtBy(
                                "error-unknown-access-key",
                                "at the response: expected 403 UnrecognizedClientException, got 401 UnrecognizedClientException")
                        .caughtBy(
                                "error-credential-errors-forbidden",
                                "at the response: expected 403 for UnrecognizedClientException, got 401")
                        .caughtBy(
                                "error-status-fits-name",
                                "at the response: expected 403 for UnrecognizedClientException, got 401"));
    }

    private static Flaw servesUnsigned() {
        return Flaw.of("serves-unsigned-requests", () -> new SigningService() {
                    @Override
                    protected void unsigned() {
                        // Accepts an unsigned request.
                    }
                })
                .caughtBy(
                        "error-unsigned-request",
                        "at the response: expected an error of 400 to 499, with its name, got 200 with 1 event");
    }

    private static Flaw servesIncompleteSignatures() {
        return Flaw.of("serves-incomplete-signatures", () -> new SigningService() {
                    @Override
                    protected void incomplete() {
                        // Accepts an incomplete signature.
                    }
                })
                .caughtBy(
                        "error-incomplete-signature",
                        "at the response: expected an error of 400 to 499, with its name, got 200 with 1 event");
    }

    private static Flaw refusesUnsignedWithHtml() {
        return Flaw.of("refuses-unsigned-requests-with-html", () -> new SigningService() {
                    @Override
                    protected StubReply error(StubRequest request, StubError error) {
                        StubReply reply = super.error(request, error);
                        return error.name().startsWith("MissingAuthentication")
                                ? reply.body("<html>403</html>")
                                : reply;
                    }
                })
                .caughtBy(
                        "error-unsigned-request",
                        "at the response: expected a JSON object as the body of 403 MissingAuthenticationTokenException, got no JSON");
    }

    private static Flaw looksAtTheKeyAlone() {
        return Flaw.of("looks-at-the-access-key-alone", () -> new SigningService() {
                    @Override
                    protected void wrongSignature() {
                        // Accepts a wrong signature.
                    }
                })
                .caughtBy(
                        "error-wrong-secret",
                        "at the response: expected an error of 400 to 499, with its name, got 200 with 1 event");
    }

    private static Flaw deniesUnknownKeys() {
        return Flaw.of("denies-unknown-access-keys", () -> new SigningService() {
                    @Override
                    protected void unknownKey() {
                        throw new StubError(403, "AccessDeniedException", "You do not have access");
                    }
                })
                .caughtBy(
                        "error-unknown-access-key",
                        "at the response: expected 403 UnrecognizedClientException, got 403 AccessDeniedException");
    }

    private static Flaw answers401(String name) {
        return Flaw.of("answers-401-to-%s".formatted(name), () -> new SigningService() {
            @Override
            protected StubReply error(StubRequest request, StubError error) {
                StubReply reply = super.error(request, error);
                return error.name().equals(name) ? reply.status(401) : reply;
            }
        });
    }
}
