package dev.casesaudit.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.server.PackagedMock;
import org.junit.jupiter.api.Test;

class AuthStartIT {

    private static final String VERIFIED = "-Dcases.auth.mode=verified";
    private static final String ID = "-Dcases.auth.keys.ci.access-key-id=";
    private static final String SECRET = "-Dcases.auth.keys.ci.secret-access-key=";

    @Test
    void doesNotStartToVerifySignaturesWithoutAKey() {
        assertEnds(
                PackagedMock.startExpectingFailure(VERIFIED),
                "cases.auth.keys: expected a key at least, since cases.auth.mode is verified, got none");
    }

    // An empty list of domains would else stand for all.
    @Test
    void doesNotStartWithValuesThatDidNotArrive() {
        assertEnds(
                PackagedMock.startExpectingFailure(
                        VERIFIED, ID + "AKID", SECRET + " ", "-Dcases.auth.keys.ci.domains=", "-Dcases.auth.region="),
                "cases.auth.keys.ci.domains: expected a value, got an empty one",
                "cases.auth.keys.ci.secret-access-key: expected a value, got an empty one",
                "cases.auth.region: expected a value, got an empty one");
    }

    @Test
    void doesNotPrintASecretThatWasSetAsAnId() {
        PackagedMock.Ended ended = PackagedMock.startExpectingFailure(VERIFIED, ID + "the/secret", SECRET + "AKID");

        assertEnds(ended, "cases.auth.keys.ci.access-key-id: expected 1 to 128 letters, digits and _");
        assertThat(ended.log()).doesNotContain("the/secret");
    }

    @Test
    void saysWhereKeysAreNotLookedAt() {
        try (PackagedMock mock = PackagedMock.start(ID + "AKID", SECRET + "secret")) {
            assertThat(mock.log()).contains("The keys under cases.auth.keys are not looked at");
        }
    }

    private static void assertEnds(PackagedMock.Ended ended, String... problems) {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.log()).contains(problems).doesNotContain("\tat ");
    }
}
