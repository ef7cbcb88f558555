package dev.casesaudit.server.auth;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs requests with the signer of the AWS SDK. */
public record SignedBy(
        String id, String secret, Optional<String> sessionToken, String service, String region, Instant time) {

    public static final String ID = "AKIDEXAMPLE";
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    public static final String REGION = "us-east-1";

    public static SignedBy theRightKeyAt(Instant time) {
        return new SignedBy(ID, SECRET, Optional.empty(), "cases", REGION, time);
    }

    public SignedBy at(Instant other) {
        return new SignedBy(id, secret, sessionToken, service, region, other);
    }

    public SignedBy withId(String other) {
        return new SignedBy(other, secret, sessionToken, service, region, time);
    }

    public SignedBy withSecret(String other) {
        return new SignedBy(id, other, sessionToken, service, region, time);
    }

    public SignedBy withSessionToken(String other) {
        return new SignedBy(id, secret, Optional.of(other), service, region, time);
    }

    public SignedBy forService(String other) {
        return new SignedBy(id, secret, sessionToken, other, region, time);
    }

    public SignedBy forRegion(String other) {
        return new SignedBy(id, secret, sessionToken, service, other, time);
    }

    public SdkHttpRequest inHeader(SdkHttpRequest.Builder request, String body) {
        return sign(request, body, AuthLocation.HEADER, Optional.empty());
    }

    public SdkHttpRequest inQuery(SdkHttpRequest.Builder request, String body, Optional<Duration> lifetime) {
        return sign(request, body, AuthLocation.QUERY_STRING, lifetime);
    }

    /** A request of this operation, not signed yet. */
    public static SdkHttpRequest.Builder request(URI endpoint, String path) {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath(path)
                .putHeader("Host", endpoint.getAuthority())
                .putHeader("Content-Type", "application/json");
    }

    /** Returns the request as the mock receives it. */
    public static ReceivedRequest received(SdkHttpRequest request, String body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        request.forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
        return new ReceivedRequest(
                request.method().name(),
                request.encodedPath(),
                QueryString.of(request.encodedQueryParameters().orElse("")),
                headers,
                Buffer.buffer(body));
    }

    private SdkHttpRequest sign(
            SdkHttpRequest.Builder request, String body, AuthLocation location, Optional<Duration> lifetime) {
        return AwsV4HttpSigner.create()
                .sign(sign -> {
                    sign.identity(identity())
                            .request(request.build())
                            .payload(ContentStreamProvider.fromByteArray(body.getBytes(StandardCharsets.UTF_8)))
                            .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC))
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                            .putProperty(AwsV4HttpSigner.AUTH_LOCATION, location);
                    lifetime.ifPresent(value -> sign.putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, value));
                })
                .request();
    }

    private AwsCredentialsIdentity identity() {
        return sessionToken
                .<AwsCredentialsIdentity>map(token -> AwsSessionCredentialsIdentity.create(id, secret, token))
                .orElseGet(() -> AwsCredentialsIdentity.create(id, secret));
    }
}
