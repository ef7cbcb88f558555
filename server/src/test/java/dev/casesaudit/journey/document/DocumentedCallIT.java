package dev.casesaudit.journey.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

class DocumentedCallIT {

    private static final Map<String, String> VARIABLES = Map.of(
            "aws.endpointUrlConnectCases", PackagedMock.shared().endpoint().toString(),
            "aws.region", "us-east-1",
            "aws.accessKeyId", "mock",
            "aws.secretAccessKey", "mock");

    @Test
    void theCallInJavaPrintsEveryEvent() {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        VARIABLES.forEach(System::setProperty);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            call();
        } finally {
            System.setOut(console);
            VARIABLES.keySet().forEach(System::clearProperty);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(1_000);
    }

    @SuppressWarnings("SystemOut") // The document prints.
    private static void call() {
        ConnectCasesClient cases = ConnectCasesClient.create();
        // without the variables: ConnectCasesClient.builder()
        //         .endpointOverride(URI.create("http://localhost:8080"))
        //         .region(Region.US_EAST_1)
        //         .credentialsProvider(AnonymousCredentialsProvider.create())
        //         .build();

        cases
                .getCaseAuditEventsPaginator(
                        request -> request.domainId("contact-center").caseId("case-long"))
                .stream()
                .flatMap(page -> page.auditEvents().stream())
                .forEach(event -> System.out.println(event.performedTime() + " " + event.typeAsString()));
    }
}
