package dev.casesaudit.server.auth;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.internal.signer.CredentialScope;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4Properties;
import software.amazon.awssdk.http.auth.aws.internal.signer.V4RequestSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs a request a second time, as its client should have, with the AWS SDK's signer.
 *
 * <p>With the part of it that signs what it is given. The part for clients, {@code AwsV4HttpSigner}, always adds the headers
 * X-Amz-Date and x-amz-content-sha256 and signs them; not every SDK sends them.
 */
final class RequestSigner {

    private RequestSigner() {}

    /**
     * Returns the signature that the request should have.
     *
     * @param payloadHash the SHA-256 of the body, in hexadecimal digits
     * @return nothing if the path is not one that a URI may have: no signer signs that
     */
    static Optional<String> signature(
            ReceivedRequest request, String payloadHash, Authorization authorization, AccessKey key) {
        Credential credential = authorization.credential();
        CredentialScope scope = new CredentialScope(
                credential.region(), credential.service(), authorization.time().instant());
        V4Properties properties = V4Properties.builder()
                .credentials(AwsCredentialsIdentity.create(key.id(), key.secret()))
                .credentialScope(scope)
                .signingClock(Clock.fixed(scope.getInstant(), ZoneOffset.UTC))
                .doubleUrlEncode(true)
                .normalizePath(true)
                .build();
        try {
            return Optional.of(V4RequestSigner.create(properties, payloadHash)
                    .sign(signed(request, authorization))
                    .getSignature());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SdkHttpRequest.Builder signed(ReceivedRequest request, Authorization authorization) {
        SdkHttpRequest.Builder signed = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                // Has to be there, and is not signed: the header host is.
                .protocol("http")
                .host("localhost")
                .encodedPath(request.path());
        request.query().parameters().forEach(signed::putRawQueryParameter);
        signed.removeQueryParameter(AuthorizationQuery.SIGNATURE);
        authorization.signedHeaders().forEach(name -> {
            if (request.headers().contains(name)) {
                signed.putHeader(name, request.headerValues(name));
            }
        });
        return signed;
    }
}
