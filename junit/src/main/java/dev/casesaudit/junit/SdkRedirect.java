package dev.casesaudit.junit;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sends clients of the AWS SDK for Java 2 that name no endpoint to the mock, by the system properties of the SDK. They
 * are those of the whole JVM, so all who ask for it share it, and the last one restores what was there.
 */
final class SdkRedirect {

    private static final String ENDPOINT = "aws.endpointUrlConnectCases";
    // Without them, no client can be built. Whoever has some keeps them.
    private static final Map<String, Default> DEFAULTS = Map.of(
            "aws.region", new Default("AWS_REGION", "us-east-1"),
            "aws.accessKeyId", new Default("AWS_ACCESS_KEY_ID", "mock"),
            "aws.secretAccessKey", new Default("AWS_SECRET_ACCESS_KEY", "mock"));

    private static final Map<String, Optional<String>> BEFORE = new HashMap<>();
    private static int users;

    private SdkRedirect() {}

    private record Default(String variable, String value) {}

    static synchronized void begin(URI endpoint) {
        if (users++ == 0) {
            DEFAULTS.forEach((property, standard) -> {
                if (System.getProperty(property) == null && System.getenv(standard.variable) == null) {
                    set(property, standard.value);
                }
            });
            set(ENDPOINT, endpoint.toString());
        } else {
            // The mock may be another one than that of the first user.
            System.setProperty(ENDPOINT, endpoint.toString());
        }
    }

    static synchronized void end() {
        if (--users == 0) {
            BEFORE.forEach((property, value) -> value.ifPresentOrElse(
                    before -> System.setProperty(property, before), () -> System.clearProperty(property)));
            BEFORE.clear();
        }
    }

    private static void set(String property, String value) {
        BEFORE.put(property, Optional.ofNullable(System.getProperty(property)));
        System.setProperty(property, value);
    }
}
