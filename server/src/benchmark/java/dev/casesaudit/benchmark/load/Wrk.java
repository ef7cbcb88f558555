package dev.casesaudit.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads servers with wrk.
 *
 * @param folder for its scripts
 */
public record Wrk(Path folder) {

    private static final int CONNECTIONS = 32;

    // With a pace, each connection sends its next request this many milliseconds after the response, on average.
    private static final int PACE_MILLIS = 20;

    // Random pauses: with equal ones, connections would send in bursts.
    private static final String PACE =
            String.format(Locale.ROOT, "delay = function() return math.random(0, %d) end", 2 * PACE_MILLIS);

    private static final String SCRIPT = """
            wrk.method = "%s"
            wrk.headers["content-type"] = "application/json"
            wrk.body = [==[%s]==]
            %s
            done = function(summary, latency, requests)
              local failed = summary.errors.connect + summary.errors.read + summary.errors.write
                  + summary.errors.status + summary.errors.timeout
              io.write(string.format("RESULT %%d %%d %%d %%d\\n", summary.requests, summary.duration,
                  latency:percentile(99), failed))
            end
            """;

    // One thread of wrk counts for all its connections.
    private static final String NUMBERED = String.format(Locale.ROOT, """
            local number = 0
            request = function()
              number = number + 1
              return wrk.format(nil, nil, nil, (string.gsub(wrk.body, "%s", number)))
            end
            """, Request.NUMBER);

    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+) (\\d+)");

    /** Returns the version; throws if wrk is not installed. */
    public static String version() throws IOException {
        return Programs.outputOf(List.of("wrk", "-v")).lines().findFirst().orElse("");
    }

    /** Sends as many requests as the server can handle. */
    public Load full(ServerProcess server, Request request, Duration time) throws IOException {
        return run(server, request, "", CONNECTIONS, time);
    }

    /** Sends paced requests on this many connections. */
    public Load paced(ServerProcess server, Request request, int connections, Duration time) throws IOException {
        return run(server, request, PACE, connections, time);
    }

    /** Returns how many paced connections send this many requests a second if responses take no time. */
    public static int pacedConnections(double perSecond) {
        return (int) Math.max(1, Math.round(perSecond * PACE_MILLIS / 1_000));
    }

    private Load run(ServerProcess server, Request request, String pace, int connections, Duration time)
            throws IOException {
        String each = pace + (request.body().contains(Request.NUMBER) ? NUMBERED : "");
        Path script =
                Files.writeString(folder.resolve("load.lua"), SCRIPT.formatted(request.method(), request.body(), each));
        Duration before = server.cpu();
        String output = Programs.outputOf(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + time.toSeconds() + "s",
                "-s",
                script.toString(),
                server.endpoint() + request.path()));
        Duration cpu = server.cpu().minus(before);
        Matcher result = RESULT.matcher(output);
        if (!result.find()) {
            throw new IllegalStateException("wrk: expected a line of results, got: " + output);
        }
        double requests = number(result, 1);
        if (number(result, 4) > 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%s: expected that all %.0f requests are served, got %.0f that failed",
                    request.path(),
                    requests,
                    number(result, 4)));
        }
        return new Load(requests / (number(result, 2) / 1e6), cpu.toNanos() / 1e3 / requests, number(result, 3));
    }

    private static double number(Matcher result, int group) {
        return Double.parseDouble(result.group(group));
    }
}
