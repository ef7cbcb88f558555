package dev.casesaudit.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartIT {

    @Test
    void saysWhichFixturesWereLoadedAndHowMuchTheyHold() {
        assertThat(PackagedMock.shared().log())
                .containsPattern("Loaded 2 domains, 10 cases and 1,094 events from "
                        + "classpath:fixtures/back-office.yaml, classpath:fixtures/contact-center.yaml");
    }
}
