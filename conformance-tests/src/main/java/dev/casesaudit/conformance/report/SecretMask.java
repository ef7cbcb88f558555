package dev.casesaudit.conformance.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * Masks credentials and other secrets in texts, in any place and encoding: those that are known from the run, and those
 * that look like secrets.
 */
final class SecretMask {

    static final String MASK = "***";

    // Escapes within escapes.
    private static final int LAYERS = 3;

    // Without \b, which takes quadratic time in Java 17 for runs of combining characters.
    private static final List<Rule> RULES = List.of(
            new Rule("(?<=://)[^/\\s@\"'<>]++@", "***@"),
            named("x-amz-security-token|x-amz-credential|x-amz-signature|x-api-key", "[^\\s\"'&,;}<>\\\\]+"),
            named("(?:aws)?_?(?:session_?token|secret_?access_?key|access_?key_?id)", "[^\\s\"'&,;}<>\\\\]+"),
            named("(?:proxy-)?authorization", "(?!AWS4|(?:Basic|Bearer) \\*)(?:Basic|Bearer)\\s[^\"'\\r\\n\\\\]+"),
            named("(?:set-)?cookie", "[^\"'\\r\\n\\\\]+"),
            new Rule("(?<!\\w)(Credential=)[^/\\s,&*]+", "$1***"),
            new Rule("(?<!\\w)(Signature=)[0-9a-f]+", "$1***"),
            new Rule("(?<!\\w)(?:AKIA|ASIA)[A-Z0-9]{12,}", MASK));

    private final SecretSearch search = new SecretSearch();

    /**
     * Creates a mask.
     *
     * @param credentials found also in part, in Base64 and in hexadecimal
     * @param values found as a whole
     */
    SecretMask(Collection<String> credentials, Collection<String> values) {
        credentials.stream()
                .map(String::strip)
                .filter(one -> one.length() >= SecretSearch.SHORTEST)
                .forEach(this::addCredential);
        values.stream().map(String::strip).forEach(search::addValue);
    }

    String masked(String text) {
        return ruled(masked(List.of(text)).get(0));
    }

    /** Masks a sequence of texts. A secret can be spread over several of them. */
    List<String> masked(List<String> texts) {
        String all = String.join("", texts);
        BitSet secret = secret(all);
        List<String> masked = new ArrayList<>();
        int start = 0;
        for (String text : texts) {
            masked.add(secret.isEmpty() ? text : masked(text, start, secret));
            start += text.length();
        }
        return masked;
    }

    private static String masked(String text, int start, BitSet secret) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int from = secret.nextSetBit(start + at) - start;
            if (from < 0 || from >= text.length()) {
                break;
            }
            result.append(text, at, from).append(MASK);
            at = Math.min(text.length(), secret.nextClearBit(start + from) - start);
        }
        return result.append(text, at, text.length()).toString();
    }

    private BitSet secret(String text) {
        BitSet secret = new BitSet();
        Unescaped view = Unescaped.none(text);
        for (int layer = 0; layer <= LAYERS && view.changed(); layer++) {
            Unescaped seen = view;
            search.find(view.text(), (start, end) -> secret.set(seen.start(start), seen.end(end - 1)));
            view = view.again();
        }
        return secret;
    }

    private static String ruled(String text) {
        String result = text;
        for (Rule rule : RULES) {
            result = rule.pattern().matcher(result).replaceAll(rule.replacement());
        }
        return result;
    }

    private void addCredential(String credential) {
        search.addCredential(credential);
        byte[] bytes = credential.getBytes(StandardCharsets.UTF_8);
        search.addCredential(HexFormat.of().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            search.addCredential(base64(bytes, before, Base64.getEncoder()));
            search.addCredential(base64(bytes, before, Base64.getUrlEncoder()));
        }
    }

    // The characters of Base64 that hold only bits of the secret, for each offset of the secret.
    private static String base64(byte[] bytes, int before, Base64.Encoder encoder) {
        byte[] padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        String encoded = encoder.withoutPadding().encodeToString(padded);
        return encoded.substring((before * 8 + 5) / 6, padded.length * 8 / 6);
    }

    private static Rule named(String names, String value) {
        return new Rule("((?:" + names + ")(?:\\\\*[\"'])?\\s*[:=]\\s*(?:\\\\*[\"'])?)" + value, "$1***");
    }

    private record Rule(java.util.regex.Pattern pattern, String replacement) {
        Rule(String regex, String replacement) {
            this(java.util.regex.Pattern.compile(regex, java.util.regex.Pattern.CASE_INSENSITIVE), replacement);
        }
    }
}
