package dev.casesaudit.conformance.flaw;

import static dev.casesaudit.conformance.flaw.EveryShape.NULL;
import static dev.casesaudit.conformance.flaw.EveryShape.REMOVED;
import static dev.casesaudit.conformance.flaw.EveryShape.with;

import java.util.List;
import java.util.Map;

/** Fields with one wrong member each. */
final class FieldFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                with("field-without-an-id", "/auditEvents/0/fields/0/eventFieldId", REMOVED)
                        .caughtBy("response-event-field-id-required", "a value", "nothing"),
                with("field-id-as-a-number", "/auditEvents/0/fields/0/eventFieldId", 7)
                        .caughtBy("response-event-field-id-type", "a string", "the number 7"),
                with("empty-field-id", "/auditEvents/0/fields/0/eventFieldId", "")
                        .caughtBy("response-event-field-id-length", "1 to 500 code points", "0 code points"),
                with("field-id-of-501", "/auditEvents/0/fields/0/eventFieldId", "a".repeat(501))
                        .caughtBy("response-event-field-id-length", "1 to 500 code points", "501 code points"),
                with("bare-old-value", "/auditEvents/0/fields/0/oldValue", "open")
                        .caughtBy("response-old-value-type", "an object", "the string 'open'"),
                EveryShape.at(
                                "old-value-of-two-arms",
                                "/auditEvents/0/fields/0",
                                field -> field.withObject("/oldValue").put("doubleValue", 0))
                        .caughtBy(
                                "response-old-value-union",
                                "at /auditEvents/0/fields/0/oldValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got stringValue and doubleValue"),
                with("old-value-without-an-arm", "/auditEvents/0/fields/0/oldValue", Map.of())
                        .caughtBy(
                                "response-old-value-union",
                                "exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue",
                                "no arm"),
                with("field-without-a-new-value", "/auditEvents/0/fields/0/newValue", REMOVED)
                        .caughtBy("response-new-value-required", "a value", "nothing"),
                with("new-value-that-is-null", "/auditEvents/0/fields/0/newValue", NULL)
                        .caughtBy("response-new-value-required", "a value", "null"),
                with("bare-new-value", "/auditEvents/0/fields/1/newValue", 79.9)
                        .caughtBy("response-new-value-type", "an object", "the number 79.9"),
                EveryShape.at(
                                "new-value-of-two-arms",
                                "/auditEvents/0/fields/0",
                                field -> field.withObject("/newValue").putObject("emptyValue"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got stringValue and emptyValue"),
                with(
                                "new-value-without-an-arm",
                                "/auditEvents/0/fields/0/newValue",
                                Map.of("__type", "AuditEventFieldValueUnion"))
                        .caughtBy(
                                "response-new-value-union",
                                "exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue",
                                "no arm"),
                EveryShape.at(
                                "empty-value-that-is-null",
                                "/auditEvents/0/fields/3",
                                field -> field.withObject("/newValue").putNull("emptyValue"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/3/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got no arm"),
                with("new-value-of-an-unknown-arm", "/auditEvents/0/fields/0/newValue", Map.of("listValue", "a, b"))
                        .caughtBy(
                                "response-new-value-union",
                                "exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue",
                                "only listValue"),
                EveryShape.at(
                                "new-value-of-a-known-and-an-unknown-arm",
                                "/auditEvents/0/fields/0",
                                field -> field.withObject("/newValue").put("listValue", "a, b"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got stringValue and listValue"),
                with("user-arn-value-as-a-name", "/auditEvents/0/fields/4/newValue/userArnValue", "jane.doe")
                        .caughtBy(
                                "response-user-arn-value-arn",
                                "an ARN, as in arn:aws:connect:REGION:ACCOUNT:instance/ID/agent/ID",
                                "another string"),
                with("string-value-as-a-number", "/auditEvents/0/fields/0/newValue/stringValue", 5)
                        .caughtBy("response-string-value-type", "a string", "the number 5"),
                with("string-value-of-4101", "/auditEvents/0/fields/0/newValue/stringValue", "a".repeat(4101))
                        .caughtBy("response-string-value-length", "0 to 4100 code points", "4101 code points"),
                with("double-value-as-a-string", "/auditEvents/0/fields/1/newValue/doubleValue", "12.5")
                        .caughtBy(
                                "response-double-value-type",
                                "a number, or one of NaN, Infinity, -Infinity",
                                "the string '12.5'"),
                with("double-value-of-no-name", "/auditEvents/0/fields/1/newValue/doubleValue", "inf")
                        .caughtBy(
                                "response-double-value-type",
                                "a number, or one of NaN, Infinity, -Infinity",
                                "the string 'inf'"),
                with("boolean-value-as-a-string", "/auditEvents/0/fields/2/newValue/booleanValue", "true")
                        .caughtBy("response-boolean-value-type", "a boolean", "the string 'true'"),
                with("empty-value-as-a-boolean", "/auditEvents/0/fields/3/newValue/emptyValue", true)
                        .caughtBy("response-empty-value-type", "an object", "the boolean true"),
                EveryShape.at(
                                "empty-value-with-a-member",
                                "/auditEvents/0/fields/3/newValue",
                                value -> value.withObject("/emptyValue").put("eventFieldId", "case_reason"))
                        .caughtBy(
                                "response-empty-value-empty",
                                "at /auditEvents/0/fields/3/newValue/emptyValue: expected an object without members, got an object with 1 member"),
                with(
                                "user-arn-value-as-an-object",
                                "/auditEvents/0/fields/4/newValue/userArnValue",
                                Map.of("userArn", "arn"))
                        .caughtBy("response-user-arn-value-type", "a string", "an object with 1 member"));
    }
}
