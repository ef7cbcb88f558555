package dev.casesaudit.journey.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.control.CheckedControl;
import dev.casesaudit.journey.control.ControlContract;
import org.junit.jupiter.api.Test;

class ControlApiDisabledIT {

    @Test
    void removesTheControlApiAndItsHeaders() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.enabled=false")) {
            CheckedControl control = CheckedControl.of(mock);

            assertThat(ControlContract.read().operations())
                    .allSatisfy(operation -> CheckedControl.exchange(
                                    operation.method(),
                                    operation.path().replaceAll("\\{[^}]*}", "x"),
                                    control.request().contentType(CheckedControl.JSON))
                            .then()
                            .statusCode(404)
                            .header(CheckedControl.ERROR_TYPE, equalTo("UnknownOperationException")));
            for (String path : new String[] {"/_mock", "/_mock/"}) {
                CheckedControl.exchange("GET", path, control.request()).then().statusCode(404);
            }
            control.request()
                    .accept("application/json")
                    .get("/")
                    .then()
                    .statusCode(200)
                    .body("control", equalTo("off (cases.control.enabled)"))
                    .body("controlContract", nullValue());
            control.ask(
                            "contact-center",
                            "case-two-pages",
                            "{}",
                            "x-mock-fault",
                            "Throttling",
                            "x-mock-pages",
                            "short-pages",
                            "x-mock-tomorrow",
                            "nothing of the kind")
                    .statusCode(200)
                    .body("auditEvents", hasSize(25));
        }
    }
}
