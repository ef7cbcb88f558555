package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.http.Authority;
import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.http.SigV4Signer;
import dev.casesaudit.conformance.target.TargetProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Command lines that repeat requests. They take secrets from the environment. */
final class CurlCommand {

    // Well below the limits of shells.
    private static final int LONGEST = 16_000;

    private static final String TOKEN = "x-amz-security-token";

    // Methods whose requests have a content length even without a body.
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final Set<String> OF_A_SIGNATURE =
            Set.of("authorization", "x-amz-date", TOKEN, "x-amz-content-sha256");

    private final TargetProfile target;

    CurlCommand(TargetProfile target) {
        this.target = target;
    }

    /** Returns the command that tries one requirement again. */
    String check(String id) {
        return String.format(
                Locale.ROOT,
                "java -jar conformance-kit.jar run --endpoint %s --profile %s --only %s",
                Shell.word(target.endpoint().toString()),
                Shell.word(target.name()),
                id);
    }

    /** Returns a shell command that sends a request again, or a sentence in brackets that says why there is none. */
    String exchange(Request request) {
        boolean signed =
                target.signing() == TargetProfile.Signing.SIGV4 && request.identity() != Request.Identity.NOBODY;
        if (request.raw() && signed) {
            return "(a signed request of raw bytes: only the kit can repeat it)";
        }
        if (signed
                && request.headers().stream().map(CurlCommand::lower).distinct().count()
                        < request.headers().size()) {
            return "(a signed request with a repeated header, which curl does not sign: only the kit can repeat it)";
        }
        String line = request.raw() ? socket(request) : curl(request, signed);
        return line.length() > LONGEST
                ? String.format(
                        Locale.ROOT, "(a command line of %d characters: only the kit can repeat it)", line.length())
                : line;
    }

    private String curl(Request request, boolean signed) {
        String url = origin(target.endpoint()) + target.endpoint().getRawPath() + request.target();
        boolean newer = signed && needsNewerCurl(request);
        List<String> words = new ArrayList<>(List.of("curl -sSi --path-as-is"));
        words.add(request.method().equals("HEAD") ? "--head" : "-X " + Shell.word(request.method()));
        if (target.endpoint().getScheme().equals("https")) {
            words.add("--http1.1");
        }
        // For curl, these are patterns of several URLs.
        if (url.matches(".*[\\[\\]{}].*")) {
            words.add("--globoff");
        }
        if (signed) {
            words.addAll(signature(request));
        }
        request.headers().stream()
                .filter(header -> !signed || !OF_A_SIGNATURE.contains(lower(header)))
                .forEach(header -> words.add("-H " + Shell.word(line(header))));
        // These options remove headers that curl adds.
        if (!has(request, "user-agent")) {
            words.add("-A ''");
        }
        if (!has(request, "accept") && (!signed || newer)) {
            words.add("-H accept:");
        }
        if (!request.body().isEmpty()) {
            if (!has(request, "content-type")) {
                words.add("-H content-type:");
            }
            words.add("--data-binary "
                    + (isPlain(request.body()) ? Shell.word(request.body().text()) : "@-"));
        } else if (WITH_BODY.contains(request.method()) && !has(request, "content-length")) {
            words.add("-H 'content-length: 0'");
        }
        words.add(Shell.word(url));
        String line = String.join(" ", words);
        String piped =
                isPlain(request.body()) ? line : Shell.printf(request.body().bytes()) + " | " + line;
        return newer ? ": needs curl 8.3 or later; " + piped : piped;
    }

    // Older versions sign removed headers, and sign empty headers under a wrong name.
    private static boolean needsNewerCurl(Request request) {
        return (!request.body().isEmpty() && !has(request, "content-type"))
                || request.headers().stream().anyMatch(header -> header.value().isBlank());
    }

    private static boolean has(Request request, String name) {
        return request.headers().stream().anyMatch(header -> lower(header).equals(name));
    }

    private static String origin(URI endpoint) {
        return String.format(Locale.ROOT, "%s://%s", endpoint.getScheme(), endpoint.getRawAuthority());
    }

    private List<String> signature(Request request) {
        String user = switch (request.identity()) {
            case WRONG_SECRET -> "$AWS_ACCESS_KEY_ID:not-the-secret";
            case UNKNOWN_KEY -> "AKIAUNKNOWNKEY000000:not-the-secret";
            default -> "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY";
        };
        List<String> words = new ArrayList<>();
        words.add("--aws-sigv4 "
                + Shell.word(String.format(Locale.ROOT, "aws:amz:%s:%s", target.region(), SigV4Signer.SIGNING_NAME)));
        words.add(String.format(Locale.ROOT, "--user \"%s\"", user));
        // Only with temporary credentials: curl would sign the header without a value, and not send it.
        if (request.headers().stream().anyMatch(header -> lower(header).equals(TOKEN))) {
            words.add(String.format(Locale.ROOT, "-H \"%s: $AWS_SESSION_TOKEN\"", TOKEN));
        }
        return words;
    }

    // The bytes of the socket transport.
    private String socket(Request request) {
        URI endpoint = target.endpoint();
        byte[] bytes = request.bytes(endpoint.getRawPath() + request.target(), endpoint.getRawAuthority(), List.of());
        boolean secure = endpoint.getScheme().equals("https");
        Authority authority = Authority.of(endpoint);
        String client = secure
                ? String.format(Locale.ROOT, "openssl s_client -quiet -connect %s", authority)
                : String.format(Locale.ROOT, "nc %s %d", authority.host(), authority.port());
        return Shell.printf(bytes) + " | " + client;
    }

    // A leading @ would name a file, a shell word cannot hold NUL, and reports show a line end as \n.
    private static boolean isPlain(Content body) {
        String text = body.text();
        return !text.startsWith("@")
                && Printable.line(text).equals(text)
                && Content.of(text).equals(body);
    }

    // For curl, a header without a value means that it is removed.
    private static String line(Header header) {
        return header.value().isBlank() ? header.name() + ";" : header.name() + ": " + header.value();
    }

    private static String lower(Header header) {
        return header.name().toLowerCase(Locale.ROOT);
    }
}
