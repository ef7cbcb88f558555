package dev.casesaudit.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.contract.Shape;
import dev.casesaudit.server.json.Json;
import dev.casesaudit.server.json.NotReadable;
import dev.casesaudit.server.json.WireJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The parts of a request that may be shown. Secrets are masked; a page token is replaced by a fingerprint, the same for
 * the same token.
 */
public final class Masked {

    private static final String HIDDEN = "***";
    private static final Set<String> SECRET =
            Set.of("x-amz-security-token", "cookie", "proxy-authorization", "x-api-key", "x-amz-s3session-token");

    // As long as the shortest token, and longer than ids.
    private static final Pattern LIKE_A_TOKEN = Pattern.compile("[A-Za-z0-9_+/-]{48,}={0,2}");

    // The tokens of this mock: a version, and the number of an event or a field.
    private static final Pattern OF_THIS_MOCK = Pattern.compile("AA[EILM][A-Za-z0-9_-]{53,}");

    // In a body that cannot be read as a whole.
    private static final Pattern SENSITIVE =
            Pattern.compile("(\"(?:customEntity|name)\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*+(?:\"|$)");

    private Masked() {}

    /** Returns every header, with its name in lower case. */
    public static Map<String, List<String>> headers(Attempt attempt) {
        Map<String, List<String>> shown = new TreeMap<>();
        attempt.headers().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            shown.computeIfAbsent(name, first -> new ArrayList<>()).add(header(name, header.getValue()));
        });
        return shown;
    }

    /** Masks tokens of this mock anywhere in a text. */
    public static String text(String text) {
        return OF_THIS_MOCK.matcher(text).replaceAll(token -> fingerprint(token.group()));
    }

    private static String header(String name, String value) {
        if (name.equals("authorization")) {
            int scheme = value.indexOf(' ');
            return scheme < 0 ? HIDDEN : value.substring(0, scheme + 1) + HIDDEN;
        }
        return SECRET.contains(name) ? HIDDEN : text(value);
    }

    /** Returns the kept part of the body. */
    public static String body(Attempt attempt) {
        byte[] kept = attempt.body();
        if (kept.length == attempt.bodyLength()) {
            try {
                if (Json.read(new ByteArrayInputStream(kept)) instanceof ObjectNode object) {
                    mask(object, attempt.operation().map(Masked::body));
                    return text(new String(WireJson.encode(masked(object)), StandardCharsets.UTF_8));
                }
            } catch (NotReadable e) {
                // Shown below as plain text.
            } catch (IOException e) {
                throw new IllegalStateException("reading from memory failed", e);
            }
        }
        String shown = LIKE_A_TOKEN
                .matcher(new String(kept, StandardCharsets.UTF_8))
                .replaceAll(token -> fingerprint(token.group()));
        return SENSITIVE.matcher(shown).replaceAll("$1\"" + HIDDEN + "\"");
    }

    private static Shape body(String operation) {
        return Contract.operation().operations().stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow()
                .body();
    }

    // Masks the values that the contract calls sensitive.
    private static void mask(JsonNode node, Optional<Shape> of) {
        Shape shape = of.orElse(null);
        if (shape instanceof Shape.Structure structure) {
            structure.members().forEach((name, member) -> mask(node, name, member.shape()));
        } else if (shape instanceof Shape.Union union) {
            union.arms().forEach((name, arm) -> mask(node, name, arm));
        } else if (shape instanceof Shape.ListOf list) {
            node.forEach(item -> mask(item, Optional.of(list.item())));
        }
    }

    private static void mask(JsonNode parent, String name, Shape shape) {
        if (shape instanceof Shape.Text text && text.sensitive()) {
            if (parent instanceof ObjectNode object && object.hasNonNull(name)) {
                object.put(name, HIDDEN);
            }
        } else if (parent.has(name)) {
            mask(parent.path(name), Optional.of(shape));
        }
    }

    private static ObjectNode masked(ObjectNode body) {
        JsonNode token = body.path("nextToken");
        return token.isTextual() && !token.asText().isEmpty()
                ? body.put("nextToken", fingerprint(token.asText()))
                : body;
    }

    /** Returns a text that identifies a token without revealing it. */
    public static String fingerprint(String token) {
        if (token.startsWith("token:")) {
            return token;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return "token:" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
