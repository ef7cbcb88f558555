package dev.casesaudit.journey.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.Replicas;
import dev.casesaudit.journey.RoundRobinProxy;
import dev.casesaudit.postgresql.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The same of two replicas with one database, behind a load balancer that sends each request to the other one. */
class ReplicasKitIT extends KitIT {

    private static final Path REPORTS = Path.of("target", "conformance-replicas");

    @Override
    KitRun run() throws IOException, InterruptedException {
        try (Replicas replicas = Replicas.start(2, PostgresServer.shared().newDatabase());
                RoundRobinProxy proxy = new RoundRobinProxy(
                        replicas.all().stream().map(PackagedMock::endpoint).toList())) {
            KitRun run =
                    KitRun.of(REPORTS, Map.of(), "--endpoint", proxy.endpoint().toString());
            assertThat(proxy.requests())
                    .isGreaterThanOrEqualTo(run.report().path("requests").asInt() / 2);
            return run;
        }
    }
}
