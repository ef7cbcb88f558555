package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.journey.PackagedMock;
import org.junit.jupiter.api.Test;

class SignatureSettingsIT {

    private static final String VERIFIED = "-Dcases.auth.mode=verified";
    private static final String ID = "-Dcases.auth.keys.ci.access-key-id=";
    private static final String SECRET = "-Dcases.auth.keys.ci.secret-access-key=";

    @Test
    void doesNotStartToVerifySignaturesWithoutAKey() {
        assertEnds(
                PackagedMock.startExpectingFailure(VERIFIED),
                "cases.auth.keys: expected a key at least, since cases.auth.mode is verified, got none");
    }

    @Test
    void warnsOfKeysWithoutEffect() {
        try (PackagedMock mock = PackagedMock.start(ID + "AKID", SECRET + "secret")) {
            assertThat(mock.log()).contains("The keys under cases.auth.keys have no effect");
        }
    }

    private static void assertEnds(PackagedMock.Ended ended, String... problems) {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log()).contains(problems).doesNotContain("\tat ");
    }
}
