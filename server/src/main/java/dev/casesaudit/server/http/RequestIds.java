package dev.casesaudit.server.http;

import io.vertx.core.http.HttpHeaders;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids that SDKs surface and that every answer carries. */
public final class RequestIds {

    /** Carries the id. */
    public static final CharSequence HEADER = HttpHeaders.createOptimized("x-amzn-requestid");

    private RequestIds() {}

    /** Unique, not secret: the secure generator would cost more than the rest of a request. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
