package dev.casesaudit.server.start;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines for a shell that send AWS SDKs and the CLI to the mock. */
final class SdkEnvironment {

    private static final Map<String, Shell> SHELLS = Map.of(
            "sh",
            new Shell("export %s='%s'", "unset %s", "export %1$s=\"${%1$s:+$%1$s,}%2$s\""),
            "fish",
            new Shell("set -gx %s '%s';", "set -e %s;", "set -gx %1$s (string join , $%1$s %2$s);"),
            "powershell",
            new Shell(
                    "$env:%s = '%s'",
                    "Remove-Item Env:%s -ErrorAction Ignore",
                    "$env:%1$s = (@($env:%1$s, '%2$s') | Where-Object { $_ }) -join ','"));

    // These would outweigh the ones that are set.
    private static final List<String> REMOVED =
            List.of("AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

    private SdkEnvironment() {}

    /** How a shell sets a variable, removes one, and adds to a list. */
    private record Shell(String set, String remove, String add) {}

    /** @throws WrongArgument for an unknown shell, a wrong address, or a ready file that cannot be read */
    static String lines(CommandLine line) throws WrongArgument {
        String name = line.options().getOrDefault(Option.SHELL, "sh");
        Shell shell = SHELLS.get(name);
        if (shell == null) {
            throw new WrongArgument("--shell: expected sh, fish or powershell, got " + name);
        }
        URI endpoint = endpoint(line);
        List<String> lines = new ArrayList<>();
        // Of this service only: the SDKs find all others where they are.
        lines.add(format(shell.set, "AWS_ENDPOINT_URL_CONNECTCASES", endpoint));
        for (String credential : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
            lines.add(format(shell.set, credential, "mock"));
        }
        for (String region : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
            lines.add(format(shell.set, region, "us-east-1"));
        }
        REMOVED.forEach(variable -> lines.add(format(shell.remove, variable)));
        // A proxy would not reach the mock. Some SDKs read one of these, some the other.
        for (String noProxy : List.of("NO_PROXY", "no_proxy")) {
            lines.add(format(shell.add, noProxy, endpoint.getHost()));
        }
        return String.join("\n", lines);
    }

    private static URI endpoint(CommandLine line) throws WrongArgument {
        Path file = line.path(Option.READY_FILE).orElse(null);
        if (file != null) {
            try {
                return ReadyFile.endpoint(file);
            } catch (IOException e) {
                throw new WrongArgument(format(
                        "%s: expected the file of a mock that serves, got %s: %s", Option.READY_FILE.word, file, e));
            }
        }
        String host = line.settings().getOrDefault("quarkus.http.host", "localhost");
        String port = line.settings().getOrDefault("quarkus.http.port", "8080");
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65535) {
            throw new WrongArgument("--port: expected the port of the mock, 1 to 65535, got " + port);
        }
        try {
            return Endpoints.uri("http", host, Integer.parseInt(port));
        } catch (URISyntaxException e) {
            throw new WrongArgument("--host: expected an address or the name of a machine, got " + host);
        }
    }

    private static String format(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }
}
