package dev.casesaudit.conformance.cli;

import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that describe the target with a case for each role. */
final class TargetOptions extends EndpointOptions {

    @Option(
            names = "--case",
            paramLabel = "ROLE=ID",
            description = "The case that plays a role, such as some-events=ID. May be repeated.")
    private Map<String, String> cases = new LinkedHashMap<>();

    TargetProfile profile(Map<String, String> environment) throws UnusableInput {
        return profile(environment, cases);
    }
}
