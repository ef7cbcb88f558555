package dev.casesaudit.server.start;

import dev.casesaudit.server.start.CommandLine.WrongArgument;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.vertx.http.HttpServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/** Tells scripts that the mock serves, and where. */
public final class Announcement implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger("dev.casesaudit");

    private final HttpServer server;

    Announcement(HttpServer server) {
        this.server = server;
    }

    @Override
    public int run(String... arguments) throws WrongArgument, IOException, URISyntaxException {
        CommandLine line = CommandLine.read(List.of(arguments));
        String host = ConfigProvider.getConfig().getValue("quarkus.http.host", String.class);
        Endpoints endpoints = Endpoints.of(host, server.getPort(), server.getSecurePort());
        Optional<ReadyFile> ready = line.path(Option.READY_FILE).map(ReadyFile::new);
        if (ready.isPresent()) {
            ready.get().write(endpoints, ProcessHandle.current().pid());
        }
        if (ConfigProvider.getConfig().getValue("cases.control.enabled", Boolean.class)) {
            LOG.infof("The console for browsers: %s/", endpoints.preferred());
        }
        if ("0".equals(line.settings().get("quarkus.http.port"))) {
            int port = endpoints.preferred().getPort();
            boolean isJson = "true".equals(line.settings().get(CommandLine.JSON_LOG));
            System.out.println(isJson ? "{\"port\": " + port + "}" : "port=" + port);
        }
        Quarkus.waitForExit();
        if (ready.isPresent()) {
            ready.get().delete();
        }
        if (ArchivedStart.isRecording()) {
            LOG.info("Making an archive with which the next start is quicker");
        }
        return 0;
    }
}
