package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.target.ProfileReader;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that describe the target without its cases, and the load. They are named like the members of a profile,
 * and override them.
 */
class EndpointOptions {

    @Option(names = "--endpoint", paramLabel = "URL", description = "The URL of the target.")
    private @Nullable String endpoint;

    @Option(
            names = "--profile",
            paramLabel = "mock|aws|FILE",
            defaultValue = "mock",
            description = "The target profile: mock, aws or a file. Default: mock. 'init' writes a file to fill in.")
    private String profile = "mock";

    @Option(names = "--region", paramLabel = "REGION", description = "The AWS region, such as us-east-1.")
    private @Nullable String region;

    @Option(names = "--domain", paramLabel = "ID", description = "The domain of the cases.")
    private @Nullable String domain;

    @Option(names = "--rate", paramLabel = "N", description = "The most requests per second; 0 for no limit.")
    private @Nullable Double rate;

    @Option(names = "--max-requests", paramLabel = "N", description = "The most requests of the run.")
    private @Nullable Integer maxRequests;

    @Option(
            names = "--request-timeout",
            paramLabel = "TIME",
            description = "The longest time for one response, such as 10s.")
    private @Nullable String requestTimeout;

    @Option(names = "--time-limit", paramLabel = "TIME", description = "The longest time for the run, such as 5m.")
    private @Nullable String timeLimit;

    @Option(
            names = "--limit",
            paramLabel = "NAME=N",
            description = "A limit of one response, such as body=16000000. May be repeated.")
    private Map<String, Integer> limits = new LinkedHashMap<>();

    /** Returns the profile, overridden by the options and by the cases of the command. */
    TargetProfile profile(Map<String, String> environment, Map<String, String> cases) throws UnusableInput {
        Map<String, Object> given = new LinkedHashMap<>();
        put(given, "endpoint", endpoint);
        put(given, "region", region);
        put(given, "domain", domain);
        put(given, "cases", cases.isEmpty() ? null : cases);
        put(given, "rate", rate);
        put(given, "max-requests", maxRequests);
        put(given, "request-timeout", requestTimeout);
        put(given, "time-limit", timeLimit);
        put(given, "limits", limits.isEmpty() ? null : limits);
        return new ProfileReader(environment).read(profile, given);
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
