package dev.casesaudit.journey.wire;

import static dev.casesaudit.journey.ErrorResponses.error;
import static dev.casesaudit.journey.ErrorResponses.malformed;
import static dev.casesaudit.journey.OperationRequests.LONG;

import dev.casesaudit.journey.OperationRequests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeMismatchIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"25\"",
                "\"\"",
                "\" \"",
                "\"null\"",
                "true",
                "false",
                "1.5",
                "1.0",
                "25.0",
                "1e1",
                "1e1000",
                "1E-1",
                "2147483648",
                "-2147483649",
                "9223372036854775808",
                "99999999999999999999999999",
                "[]",
                "[1]",
                "{}"
            })
    void refusesOtherTypesForAnInteger(String value) {
        OperationRequests.post(LONG, "{\"maxResults\":%s}".formatted(value))
                .spec(error(
                        400,
                        "SerializationException",
                        "The request body is not well-formed: unexpected value at '/maxResults'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x19",
                "NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "-",
                ".5",
                "1.",
                "1e",
                "1_0",
                "٣",
                "nul",
                "True"
            })
    void refusesInvalidJsonForAnInteger(String value) {
        OperationRequests.post(LONG, "{\"maxResults\":%s}".formatted(value)).spec(malformed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1.5", "1e1000", "true", "false", "[]", "[\"t\"]", "{}", "{\"a\":1}"})
    void refusesOtherTypesForAString(String value) {
        OperationRequests.post(LONG, "{\"nextToken\":%s}".formatted(value))
                .spec(error(
                        400,
                        "SerializationException",
                        "The request body is not well-formed: unexpected value at '/nextToken'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"maxResults\":\"1\",\"maxResults\":1}", "{\"nextToken\":1,\"nextToken\":null}"})
    void refusesAWrongTypeEvenIfARepeatedMemberIsValid(String body) {
        OperationRequests.post(LONG, body).spec(malformed());
    }
}
