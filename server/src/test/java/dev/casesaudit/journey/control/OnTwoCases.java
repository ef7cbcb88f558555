package dev.casesaudit.journey.control;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests of the journal with two cases of one domain. */
public abstract class OnTwoCases {

    public static final CheckedControl CONTROL = CheckedControl.own();

    @BeforeEach
    public void seed() {
        CONTROL.reset();
        CONTROL.putCase("d", "c", CheckedControl.history(3));
        CONTROL.putCase("d", "other", CheckedControl.history(1));
    }

    @AfterEach
    public void reset() {
        CONTROL.reset();
    }
}
