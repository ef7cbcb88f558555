package dev.casesaudit.server.control;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What is asked of the journal, with two cases of one domain to tell apart. */
abstract class OnTwoCases {

    static final Control CONTROL = Control.own();

    @BeforeEach
    void seed() {
        CONTROL.reset();
        CONTROL.putCase("d", "c", Control.history(3));
        CONTROL.putCase("d", "other", Control.history(1));
    }

    @AfterEach
    void reset() {
        CONTROL.reset();
    }
}
