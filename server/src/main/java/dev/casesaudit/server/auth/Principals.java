package dev.casesaudit.server.auth;

import dev.casesaudit.server.config.CasesConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who signed a request, as far as audit events say. The signature is checked elsewhere, or not at all. */
public final class Principals {

    private static final Pattern ACCESS_KEY_ID = Pattern.compile("Credential=([A-Za-z0-9_]{1,128})(?:/|%2[Ff])");

    private final String ofAnyone;
    private final Map<String, String> byAccessKeyId = new HashMap<>();

    public Principals(CasesConfig.Auth auth) {
        ofAnyone = auth.principalArn();
        auth.keys()
                .values()
                .forEach(key -> key.principalArn()
                        .ifPresent(arn -> key.accessKeyId().ifPresent(id -> byAccessKeyId.put(id, arn))));
    }

    /** Returns the ARN of the principal whose access key is in a request; that of anyone for any other key, or none. */
    public String of(HttpServerRequest request) {
        return accessKeyId(request.getHeader(HttpHeaderNames.AUTHORIZATION))
                .or(() -> accessKeyId(request.query()))
                .map(id -> byAccessKeyId.getOrDefault(id, ofAnyone))
                .orElse(ofAnyone);
    }

    private static Optional<String> accessKeyId(@Nullable String text) {
        Matcher found = ACCESS_KEY_ID.matcher(text == null ? "" : text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
