package dev.casesaudit.server.http;

import io.vertx.core.http.HttpHeaders;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Creates the ids that every response carries and SDKs report. */
public final class RequestIds {

    public static final CharSequence HEADER = HttpHeaders.createOptimized("x-amzn-requestid");

    private RequestIds() {}

    /** Unique, not secret: a secure random generator would cost more than the rest of a request. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
