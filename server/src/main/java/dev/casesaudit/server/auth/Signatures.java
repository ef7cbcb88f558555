package dev.casesaudit.server.auth;

import dev.casesaudit.server.config.CasesConfig.AuthMode;
import dev.casesaudit.server.error.ServiceException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Checks the signature of a request as strictly as configured, in the order in which AWS does. */
public final class Signatures {

    private final AuthMode mode;
    private final Optional<String> region;
    private final AccessKeys keys;
    private final Clock clock;

    Signatures(AuthMode mode, Optional<String> region, AccessKeys keys, Clock clock) {
        this.mode = mode;
        this.region = region;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Refuses a request without a valid signature, or whose key may not use the domain.
     *
     * @param request with its headers as received
     * @param operation the id of the operation
     * @throws ServiceException with status 403
     */
    public void check(HttpServerRequest request, String operation, String domainId, Buffer body) {
        if (mode != AuthMode.NONE) {
            check(ReceivedRequest.of(request, body), operation, domainId);
        }
    }

    void check(ReceivedRequest request, String operation, String domainId) {
        Instant now = clock.instant();
        Authorization authorization = Authorization.of(request);
        if (mode == AuthMode.VERIFIED) {
            authorization.time().requireCurrent(now);
        }
        authorization.requireCovered(request);
        authorization.credential().requireScope(region, authorization.time());
        if (mode == AuthMode.VERIFIED) {
            verify(request, authorization, now)
                    .requireAllowed(
                            operation, domainId, authorization.credential().region());
        }
    }

    private AccessKey verify(ReceivedRequest request, Authorization authorization, Instant now) {
        AccessKey key = keys.find(authorization.credential().accessKeyId()).orElseThrow(Refusals::unrecognized);
        key.requireToken(authorization.sessionToken());
        key.requireUnexpired(now);
        String payloadHash = RequestSigner.sha256(request.body().getBytes());
        requireAnnounced(request, payloadHash);
        String expected = RequestSigner.signature(request, payloadHash, authorization, key);
        if (!AccessKey.isEqual(expected, authorization.signature())) {
            throw Refusals.invalidSignature(Refusals.MISMATCH);
        }
        return key;
    }

    // UNSIGNED-PAYLOAD is refused too: AWS accepts it only where the model allows it, which it does not for this
    // operation.
    private static void requireAnnounced(ReceivedRequest request, String payloadHash) {
        String header = "x-amz-content-sha256";
        if (request.header(header).filter(hash -> !hash.equals(payloadHash)).isPresent()) {
            throw Refusals.invalidSignature(
                    String.format(Locale.ROOT, "The provided '%s' header does not match what was computed.", header));
        }
    }
}
