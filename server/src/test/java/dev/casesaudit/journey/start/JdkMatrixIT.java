package dev.casesaudit.journey.start;

import static dev.casesaudit.journey.sdk.SdkClients.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.sdk.SdkClients;
import dev.casesaudit.journey.sdk.SdkEvents;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

class JdkMatrixIT {

    @ParameterizedTest
    @MethodSource("jdks")
    void servesOnEverySupportedAndInstalledJdk(InstalledJdks.Jdk jdk) {
        try (PackagedMock mock = PackagedMock.start(jdk.home(), "-showversion");
                ConnectCasesClient cases = SdkClients.of(mock)) {
            assertThat(mock.log())
                    .contains("version \"%s\"".formatted(jdk.version()))
                    // A JDK 24 or newer has one for programs that may not load a native library.
                    .doesNotContain("WARNING");
            assertThat(SdkEvents.ids(cases, request("case-long")))
                    .hasSize(1_000)
                    .doesNotHaveDuplicates();
        }
    }

    static List<InstalledJdks.Jdk> jdks() {
        return InstalledJdks.promised(InstalledJdks.find(Path.of(System.getProperty("java.home")), System.getenv()));
    }
}
