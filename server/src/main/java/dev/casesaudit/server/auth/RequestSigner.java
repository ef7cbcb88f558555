package dev.casesaudit.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes the signature that a request should have.
 *
 * <p>The signer of the AWS SDK does not fit: it chooses the headers to sign itself, instead of those that the client
 * signed.
 */
final class RequestSigner {

    private static final String MAC = "HmacSHA256";

    private RequestSigner() {}

    /**
     * Returns the expected signature.
     *
     * @param payloadHash the SHA-256 of the body in hexadecimal
     */
    static String signature(ReceivedRequest request, String payloadHash, Authorization authorization, AccessKey key) {
        Credential credential = authorization.credential();
        List<String> scope =
                List.of(credential.day(), credential.region(), credential.service(), credential.terminator());
        String canonical = CanonicalRequest.of(request, authorization.signedHeaders(), payloadHash);
        String toSign = String.join(
                "\n",
                Authorization.ALGORITHM,
                authorization.time().toString(),
                String.join("/", scope),
                sha256(canonical.getBytes(StandardCharsets.ISO_8859_1)));
        byte[] signingKey = utf8("AWS4" + key.secret());
        for (String part : scope) {
            signingKey = hmac(signingKey, part);
        }
        return HexFormat.of().formatHex(hmac(signingKey, toSign));
    }

    /** Returns the SHA-256 in hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
