package dev.casesaudit.conformance.http;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Signs with AWS Signature Version 4, using the signer of the AWS SDK. */
public final class SigV4Signer implements Signer {

    /** What to do without credentials. */
    public static final String NO_CREDENTIALS =
            "no AWS credentials were found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE";

    /** The signing name of the service. */
    public static final String SIGNING_NAME = "cases";

    private final URI endpoint;
    private final String region;
    private final AwsCredentialsProvider credentials;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final Set<String> used = new LinkedHashSet<>();

    public SigV4Signer(URI endpoint, String region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    /** Returns a signer with the default credentials of AWS SDKs: environment, profile, container or instance. */
    public static SigV4Signer withDefaultCredentials(URI endpoint, String region) {
        return new SigV4Signer(
                endpoint, region, DefaultCredentialsProvider.builder().build());
    }

    /** Checks that there are credentials. */
    public void requireCredentials() throws NoCredentials {
        try {
            resolved();
        } catch (SdkClientException e) {
            throw new NoCredentials(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Request sign(Request request) {
        if (request.identity() == Request.Identity.NOBODY) {
            return request;
        }
        Authority authority = Authority.of(endpoint);
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol(endpoint.getScheme())
                .host(authority.hostInUrl())
                .port(authority.port());
        String target = endpoint.getRawPath() + request.target();
        int query = target.indexOf('?');
        unsigned.encodedPath(query < 0 ? target : target.substring(0, query));
        if (query >= 0) {
            for (String pair : target.substring(query + 1).split("&", -1)) {
                String[] parts = pair.split("=", 2);
                unsigned.appendRawQueryParameter(parts[0], parts.length == 2 ? parts[1] : "");
            }
        }
        request.headers().forEach(header -> unsigned.appendHeader(header.name(), header.value()));
        SignedRequest signed = signer.sign(sign -> sign.identity(identity(request.identity()))
                .request(unsigned.build())
                .payload(ContentStreamProvider.fromByteArray(request.body().bytes()))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SIGNING_NAME)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        return withSignature(request, signed.request());
    }

    // Only the added headers: those of the check keep their letter case and order.
    private static Request withSignature(Request request, SdkHttpRequest signed) {
        Request result = request;
        for (String name :
                new String[] {"X-Amz-Date", "X-Amz-Security-Token", "x-amz-content-sha256", "Authorization"}) {
            String value = signed.firstMatchingHeader(name).orElse("");
            if (!value.isEmpty()) {
                result = result.header(name, value);
            }
        }
        return result;
    }

    private AwsCredentialsIdentity identity(Request.Identity who) {
        AwsCredentialsIdentity own = resolved();
        String session = sessionOf(own);
        return switch (who) {
            case WRONG_SECRET -> of(own.accessKeyId(), "not-the-secret-of-this-access-key-000000", session);
            case UNKNOWN_KEY -> of("AKIAUNKNOWNKEY000000", "not-the-secret-of-any-access-key-0000000", "");
            default -> own;
        };
    }

    // Temporary credentials can change during a run.
    private AwsCredentialsIdentity resolved() {
        AwsCredentialsIdentity identity = credentials.resolveCredentials();
        used.add(identity.accessKeyId());
        used.add(identity.secretAccessKey());
        used.add(sessionOf(identity));
        return identity;
    }

    private static String sessionOf(AwsCredentialsIdentity identity) {
        return identity instanceof AwsSessionCredentialsIdentity temporary ? temporary.sessionToken() : "";
    }

    @Override
    public List<String> credentials() {
        return List.copyOf(used);
    }

    private static AwsCredentialsIdentity of(String key, String secret, String session) {
        return session.isEmpty()
                ? AwsCredentialsIdentity.create(key, secret)
                : AwsSessionCredentialsIdentity.create(key, secret, session);
    }

    /** There are no credentials, or they cannot be fetched. */
    public static final class NoCredentials extends Exception {

        private static final long serialVersionUID = 1;

        NoCredentials(String message) {
            super(message, null, false, false);
        }
    }
}
