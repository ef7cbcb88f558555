package dev.casesaudit.journey.reliability;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Forges tokens from real ones. */
final class ForgedTokens {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> STRANGE = List.of(
            "=", "==", "+", "/", " ", "\n", "\0", "A", "%41", "\u0410", "\uFF21", "\uD83D\uDE00", "\uD83D", ".");

    private final long seed;
    private final List<Issued> issued;

    ForgedTokens(long seed, List<Issued> issued) {
        this.seed = seed;
        this.issued = List.copyOf(issued);
    }

    /** The forgery of this number. */
    Forged number(long number) {
        RandomChoices draws = new RandomChoices(seed, number);
        Issued real = draws.of(issued);
        String token = real.token();
        for (int edits = 1 + draws.below(2); edits > 0; edits--) {
            token = edited(token, draws);
        }
        Issued target = draws.oneIn(4) ? draws.of(issued) : real;
        // An edit may undo another, and a splice of equal parts changes nothing.
        return new Forged(number, target, target.valid().contains(token) ? token + "A" : token);
    }

    private String edited(String token, RandomChoices draws) {
        int at = draws.upTo(token.length());
        return switch (draws.below(10)) {
            case 0, 1 -> flippedBit(token, draws);
            case 2 -> token.substring(0, at);
            case 3 -> token.substring(at);
            case 4 -> token.substring(0, at) + draws.of(STRANGE) + token.substring(at);
            case 5 -> token.substring(0, at) + draws.of(STRANGE) + token.substring(Math.min(token.length(), at + 1));
            case 6, 7 -> spliced(token, draws.of(issued).token(), draws);
            case 8 -> otherSpelling(token, draws);
            default -> replaced(token, at, ALPHABET.charAt(draws.below(ALPHABET.length())));
        };
    }

    // Edits the decoded bytes, so that the token is still well-formed.
    private static String flippedBit(String token, RandomChoices draws) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            if (bytes.length > 0) {
                // Mostly in position and time, the values that are worth forging.
                int at = draws.below(draws.oneIn(2) ? Math.min(28, bytes.length) : bytes.length);
                bytes[at] ^= (byte) (1 << draws.below(8));
            }
            return Base64.getUrlEncoder().encodeToString(bytes);
        } catch (IllegalArgumentException notBase64) {
            return token + "A";
        }
    }

    private static String spliced(String one, String other, RandomChoices draws) {
        int at = draws.upTo(Math.min(one.length(), other.length()));
        return draws.oneIn(2) ? one.substring(0, at) + other.substring(at) : one.substring(0, at) + other;
    }

    private static String otherSpelling(String token, RandomChoices draws) {
        return switch (draws.below(6)) {
            case 0 -> token.replace('-', '+').replace('_', '/') + "=";
            case 1 -> Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.UTF_8));
            case 2 ->
                Base64.getMimeEncoder(8, new byte[] {'\n'}).encodeToString(token.getBytes(StandardCharsets.UTF_8));
            case 3 -> swappedCase(token);
            case 4 -> token + token;
            // The last character's spare bits, if it had some.
            default ->
                token.isEmpty()
                        ? "="
                        : replaced(token, token.length() - 1, (char) (token.charAt(token.length() - 1) ^ 1));
        };
    }

    private static String swappedCase(String token) {
        StringBuilder swapped = new StringBuilder();
        token.chars().forEach(c -> swapped.append((char) (c >= 'A' ? c ^ 0x20 : c)));
        return swapped.toString();
    }

    private static String replaced(String token, int at, char by) {
        return at == token.length() ? token + by : token.substring(0, at) + by + token.substring(at + 1);
    }

    /**
     * A token that the mock issued.
     *
     * @param path of the case
     * @param headers of the request that got it
     * @param valid every token that was issued for that path
     */
    record Issued(String path, List<Message.Header> headers, String token, Set<String> valid) {
        Issued {
            headers = List.copyOf(headers);
        }
    }

    /** A forged token, and the case that it is sent to. */
    record Forged(long number, Issued target, String token) {

        Message message() {
            StringBuilder json = new StringBuilder("{\"nextToken\":\"");
            token.chars()
                    .forEach(c -> json.append(
                            c < ' ' || c > '~' || c == '"' || c == '\\'
                                    ? String.format(Locale.ROOT, "\\u%04x", c)
                                    : String.valueOf((char) c)));
            List<Message.Header> headers = new ArrayList<>();
            Message plain = Message.of("POST", target.path(), json.append("\"}").toString());
            headers.addAll(plain.headers());
            headers.addAll(target.headers());
            return plain.withHeaders(headers);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "number %d of seed %d: token '%s' for %s",
                    number,
                    Effort.seed(),
                    token,
                    target.path());
        }
    }
}
