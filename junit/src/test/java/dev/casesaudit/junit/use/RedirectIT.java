package dev.casesaudit.junit.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.junit.CasesAudit;
import dev.casesaudit.junit.CasesAuditExtension;
import dev.casesaudit.junit.CasesAuditTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class RedirectIT {

    private static final String ENDPOINT = "aws.endpointUrlConnectCases";

    // Code whose client is out of reach.
    private static void readsFromTheMock(CasesAudit cases) {
        cases.given("a-case").events(3);

        assertThat(new AuditReader(ConnectCasesClient.create()).read(cases.domain(), "a-case"))
                .hasSize(3);
    }

    @Test
    void lastsUntilTheLastOneIsClosed() {
        System.setProperty(ENDPOINT, "http://before");
        System.setProperty("aws.region", "eu-west-1");
        try {
            try (CasesAudit cases = CasesAudit.start().redirectSdk()) {
                try (CasesAudit more = CasesAudit.start().redirectSdk().redirectSdk()) {
                    readsFromTheMock(more);
                }
                readsFromTheMock(cases);
                assertThat(System.getProperty("aws.region")).isEqualTo("eu-west-1");
            }

            assertThat(System.getProperty(ENDPOINT)).isEqualTo("http://before");
            assertThat(System.getProperty("aws.accessKeyId")).isNull();
        } finally {
            System.clearProperty(ENDPOINT);
            System.clearProperty("aws.region");
        }
    }

    @Nested
    @CasesAuditTest(redirectSdk = true)
    class ByAnnotation {

        @Test
        void sendsTheClientToTheMock(CasesAudit cases) {
            readsFromTheMock(cases);
        }
    }

    @Nested
    class ByRegisteredExtension {

        @RegisterExtension
        final CasesAuditExtension audit = new CasesAuditExtension().redirectSdk();

        @Test
        void sendsTheClientToTheMock(CasesAudit cases) {
            readsFromTheMock(cases);
        }
    }
}
