package dev.casesaudit.journey.conformance;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.TlsKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The same with TLS, whose certificate the kit trusts as the AWS CLI would. */
class KitOverTlsIT extends KitIT {

    private static final Path REPORTS = Path.of("target", "conformance-tls");

    @Override
    KitRun run() throws IOException, InterruptedException {
        return KitRun.of(
                REPORTS,
                Map.of("AWS_CA_BUNDLE", TlsKeys.certificate().toString()),
                "--endpoint",
                PackagedMock.shared().secureEndpoint().toString());
    }
}
