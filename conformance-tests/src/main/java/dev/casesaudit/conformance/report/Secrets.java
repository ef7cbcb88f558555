package dev.casesaudit.conformance.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Credentials, wherever in a text they occur: those that are known from the run, and whatever looks like some. */
final class Secrets {

    static final String MASK = "***";

    /** Shorter ones are words such as {@code mock}; masking those would tear up every sentence. */
    static final int SHORTEST = 8;

    private static final List<Rule> RULES = List.of(
            new Rule("\\b([a-z][a-z0-9+.-]*://)[^/\\s@\"'<>]+@", "$1***@"),
            named("x-amz-security-token|x-amz-credential|x-amz-signature|x-api-key", "[^\\s\"'&,;}<>\\\\]+"),
            named("(?:aws)?_?(?:session_?token|secret_?access_?key|access_?key_?id)", "[^\\s\"'&,;}<>\\\\]+"),
            named("(?:proxy-)?authorization", "(?!AWS4|(?:Basic|Bearer) \\*)(?:Basic|Bearer)\\s[^\"'\\r\\n\\\\]+"),
            named("(?:set-)?cookie", "[^\"'\\r\\n\\\\]+"),
            new Rule("\\b(Credential=)[^/\\s,&*]+", "$1***"),
            new Rule("\\b(Signature=)[0-9a-f]+", "$1***"),
            new Rule("\\b(?:AKIA|ASIA)[A-Z0-9]{12,}", MASK));

    private final List<String> known;

    Secrets(Collection<String> known) {
        this.known = known.stream()
                .map(String::strip)
                .filter(secret -> secret.length() >= SHORTEST)
                .flatMap(Secrets::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    String masked(String text) {
        String result = text;
        for (String secret : known) {
            result = result.replace(secret, MASK);
        }
        for (Rule rule : RULES) {
            result = rule.pattern().matcher(result).replaceAll(rule.replacement());
        }
        return result;
    }

    // As it is, as queries write it, and as some write a slash in JSON.
    private static Stream<String> spellings(String secret) {
        return Stream.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8), secret.replace("/", "\\/"));
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
