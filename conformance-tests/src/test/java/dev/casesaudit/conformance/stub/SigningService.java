package dev.casesaudit.conformance.stub;

import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The operation with signature checks. It has a method for each refusal. */
public class SigningService extends Service {

    private static final AwsCredentialsIdentity KNOWN =
            AwsCredentialsIdentity.create("AKIASTUBSTUBSTUBSTUB", "the-secret-of-the-stub");

    static {
        // The system properties of credentials, which the kit reads first.
        System.setProperty("aws.accessKeyId", KNOWN.accessKeyId());
        System.setProperty("aws.secretAccessKey", KNOWN.secretAccessKey());
    }

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/cases/aws4_request, SignedHeaders=([^,]+), Signature=\\w+");
    // The signer adds these headers.
    private static final List<String> ADDED = List.of("host", "x-amz-date", "x-amz-content-sha256");

    @Override
    public Signing signing() {
        return Signing.SIGV4;
    }

    @Override
    protected StubInput input(StubRequest request) {
        String authorization = request.header("authorization").orElse("");
        Matcher parts = AUTHORIZATION.matcher(authorization);
        if (!parts.matches()) {
            if (authorization.startsWith("AWS4-HMAC-SHA256 ")) {
                incomplete();
            } else {
                unsigned();
            }
        } else if (!parts.group(1).equals(KNOWN.accessKeyId())) {
            unknownKey();
        } else if (!authorization.equals(recomputed(request, parts.group(2), parts.group(3)))) {
            wrongSignature();
        }
        return super.input(request);
    }

    protected void incomplete() {
        throw new StubError(403, "IncompleteSignatureException", "The authorization lacks a part");
    }

    protected void unsigned() {
        throw new StubError(403, "MissingAuthenticationTokenException", "The request has no signature");
    }

    protected void unknownKey() {
        throw new StubError(403, "UnrecognizedClientException", "Nobody has this access key");
    }

    protected void wrongSignature() {
        throw new StubError(403, "InvalidSignatureException", "The signature is not that of the request");
    }

    private static String recomputed(StubRequest request, String region, String signedHeaders) {
        String query = request.exchange().getRequestURI().getRawQuery();
        SdkHttpRequest.Builder same = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol("http")
                .host("localhost")
                .port(request.exchange().getLocalAddress().getPort())
                .encodedPath(request.path());
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            same.appendRawQueryParameter(parts[0], parts.length == 2 ? parts[1] : "");
        }
        for (String name : signedHeaders.split(";", -1)) {
            if (!ADDED.contains(name.toLowerCase(Locale.ROOT))) {
                request.exchange()
                        .getRequestHeaders()
                        .getOrDefault(name, List.of())
                        .forEach(value -> same.appendHeader(name, value));
            }
        }
        byte[] body = request.body().getBytes(StandardCharsets.ISO_8859_1);
        return AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(KNOWN)
                        .request(same.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(HttpSigner.SIGNING_CLOCK, at(request))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SigV4Signer.SIGNING_NAME)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request()
                .firstMatchingHeader("Authorization")
                .orElse("");
    }

    private static Clock at(StubRequest request) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
        String date = request.header("x-amz-date").orElse("19700101T000000Z");
        return Clock.fixed(LocalDateTime.parse(date, format).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
