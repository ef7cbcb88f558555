package dev.casesaudit.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;

/** Compares signatures with ones that are computed by the documentation of Signature Version 4. */
class SigV4SignerTest {

    private static final URI ENDPOINT = URI.create("https://cases.eu-west-1.amazonaws.com");
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/(\\d{8})/eu-west-1/cases/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

    private final Signer signer = new SigV4Signer(
            ENDPOINT, "eu-west-1", StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET)));

    @Test
    void signsForTheServiceAndTheRegion() throws Exception {
        Request signed = signer.sign(Request.auditHistory("domain", "case").json("{\"maxResults\":1}"));

        assertThat(signatureOf(signed)).isEqualTo(recomputed(signed, "/domains/domain/cases/case/audit-history", ""));
    }

    @Test
    void encodesAnEncodedPathOnceMoreAsAwsDoes() throws Exception {
        Request signed = signer.sign(Request.auditHistory("a/b", "📦").json("{}"));

        String path = "/domains/a%252Fb/cases/%25F0%259F%2593%25A6/audit-history";
        assertThat(signatureOf(signed)).isEqualTo(recomputed(signed, path, ""));
    }

    @Test
    void namesTheCredentialsOfAProfileFileOnceTheyWereUsed(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("credentials"), """
                [default]
                aws_access_key_id = AKIDOFTHEFILE
                aws_secret_access_key = secret-of-the-file
                aws_session_token = token-of-the-file
                """);
        ProfileFile profiles = ProfileFile.builder()
                .content(file)
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
        SigV4Signer ofFile = new SigV4Signer(
                ENDPOINT,
                "eu-west-1",
                ProfileCredentialsProvider.builder().profileFile(profiles).build());

        assertThat(ofFile.credentials()).isEmpty();
        ofFile.requireCredentials();
        assertThat(ofFile.credentials()).contains("AKIDOFTHEFILE", "secret-of-the-file", "token-of-the-file");
    }

    @Test
    void signsTheQueryToo() throws Exception {
        Request signed = signer.sign(Request.to("POST", "/domains/d/cases/c/audit-history?y=2&x=1"));

        assertThat(signatureOf(signed)).isEqualTo(recomputed(signed, "/domains/d/cases/c/audit-history", "x=1&y=2"));
    }

    @Test
    void keepsTheHeadersOfTheCheckAsTheyAre() {
        Request request = Request.auditHistory("d", "c").json("{}").header("ACCEPT", "text/html");

        assertThat(signer.sign(request).headers()).startsWith(request.headers().toArray(Header[]::new));
    }

    @Test
    void carriesASessionToken() {
        Signer session = new SigV4Signer(
                ENDPOINT,
                "eu-west-1",
                StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDEXAMPLE", SECRET, "session")));

        assertThat(session.sign(Request.auditHistory("d", "c")).headers())
                .contains(new Header("X-Amz-Security-Token", "session"));
    }

    @Test
    void leavesARequestWithoutAnIdentityUnsigned() {
        Request request = Request.auditHistory("d", "c").as(Request.Identity.NOBODY);

        assertThat(signer.sign(request)).isEqualTo(request);
    }

    @Test
    void signsWithAWrongSecretOrAnUnknownKey() throws Exception {
        Request wrong = signer.sign(Request.auditHistory("d", "c").as(Request.Identity.WRONG_SECRET));
        Request unknown = signer.sign(Request.auditHistory("d", "c").as(Request.Identity.UNKNOWN_KEY));

        assertThat(signatureOf(wrong)).isNotEqualTo(recomputed(wrong, "/domains/d/cases/c/audit-history", ""));
        assertThat(header(unknown, "Authorization")).doesNotContain("AKIDEXAMPLE");
    }

    private static String signatureOf(Request signed) {
        return matched(signed).group(3);
    }

    private static Matcher matched(Request signed) {
        Matcher authorization = AUTHORIZATION.matcher(header(signed, "Authorization"));
        assertThat(authorization.matches()).isTrue();
        return authorization;
    }

    private static String recomputed(Request signed, String path, String query) throws GeneralSecurityException {
        Matcher authorization = matched(signed);
        String date = header(signed, "X-Amz-Date");
        String headers = Arrays.stream(authorization.group(2).split(";", -1))
                .map(name -> "%s:%s\n".formatted(name, name.equals("host") ? ENDPOINT.getHost() : header(signed, name)))
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n",
                List.of(
                        signed.method(),
                        path,
                        query,
                        headers,
                        authorization.group(2),
                        sha256(signed.body().bytes())));
        String scope = authorization.group(1) + "/eu-west-1/cases/aws4_request";
        String toSign =
                String.join("\n", "AWS4-HMAC-SHA256", date, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String header(Request request, String name) {
        return request.headers().stream()
                .filter(header -> header.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .map(Header::value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no header " + name));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
