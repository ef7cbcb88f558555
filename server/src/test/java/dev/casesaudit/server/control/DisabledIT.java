package dev.casesaudit.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.casesaudit.server.PackagedMock;
import org.junit.jupiter.api.Test;

class DisabledIT {

    @Test
    void takesTheControlApiAndItsHeadersAway() {
        try (PackagedMock mock = PackagedMock.start("-Dcases.control.enabled=false")) {
            Control control = Control.of(mock);

            assertThat(ControlContract.read().operations())
                    .allSatisfy(operation -> Control.exchange(
                                    operation.method(),
                                    operation.path().replaceAll("\\{[^}]*}", "x"),
                                    control.request().contentType(Control.JSON))
                            .then()
                            .statusCode(404)
                            .header(Control.ERROR_TYPE, equalTo("UnknownOperationException")));
            for (String path : new String[] {"/_mock", "/_mock/"}) {
                Control.exchange("GET", path, control.request()).then().statusCode(404);
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
