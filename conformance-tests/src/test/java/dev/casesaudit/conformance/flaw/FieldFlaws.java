package dev.casesaudit.conformance.flaw;

import java.util.List;

/** Fields and their values that break the contract in one place each. */
final class FieldFlaws extends FlawTable {

    @Override
    List<Flaw> flaws() {
        return List.of(
                EveryShape.at("field-without-an-id", "/auditEvents/0/fields/0", field -> field.remove("eventFieldId"))
                        .caughtBy(
                                "response-event-field-id-required",
                                "at /auditEvents/0/fields/0/eventFieldId: expected a value, got nothing"),
                EveryShape.at("field-id-as-a-number", "/auditEvents/0/fields/0", field -> field.put("eventFieldId", 7))
                        .caughtBy(
                                "response-event-field-id-type",
                                "at /auditEvents/0/fields/0/eventFieldId: expected a string, got the number 7"),
                EveryShape.at("empty-field-id", "/auditEvents/0/fields/0", field -> field.put("eventFieldId", ""))
                        .caughtBy(
                                "response-event-field-id-length",
                                "at /auditEvents/0/fields/0/eventFieldId: expected 1 to 500 code points, got 0 code points"),
                EveryShape.at(
                                "field-id-of-501",
                                "/auditEvents/0/fields/0",
                                field -> field.put("eventFieldId", "a".repeat(501)))
                        .caughtBy(
                                "response-event-field-id-length",
                                "at /auditEvents/0/fields/0/eventFieldId: expected 1 to 500 code points, got 501 code points"),
                EveryShape.at("bare-old-value", "/auditEvents/0/fields/0", field -> field.put("oldValue", "open"))
                        .caughtBy(
                                "response-old-value-type",
                                "at /auditEvents/0/fields/0/oldValue: expected an object, got the string 'open'"),
                EveryShape.at(
                                "old-value-of-two-arms",
                                "/auditEvents/0/fields/0",
                                field -> field.withObject("/oldValue").put("doubleValue", 0))
                        .caughtBy(
                                "response-old-value-union",
                                "at /auditEvents/0/fields/0/oldValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got stringValue and doubleValue"),
                EveryShape.at(
                                "old-value-without-an-arm",
                                "/auditEvents/0/fields/0",
                                field -> field.putObject("oldValue"))
                        .caughtBy(
                                "response-old-value-union",
                                "at /auditEvents/0/fields/0/oldValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got no arm"),
                EveryShape.at("field-without-a-new-value", "/auditEvents/0/fields/0", field -> field.remove("newValue"))
                        .caughtBy(
                                "response-new-value-required",
                                "at /auditEvents/0/fields/0/newValue: expected a value, got nothing"),
                EveryShape.at("new-value-that-is-null", "/auditEvents/0/fields/0", field -> field.putNull("newValue"))
                        .caughtBy(
                                "response-new-value-required",
                                "at /auditEvents/0/fields/0/newValue: expected a value, got null"),
                EveryShape.at("bare-new-value", "/auditEvents/0/fields/1", field -> field.put("newValue", 79.9))
                        .caughtBy(
                                "response-new-value-type",
                                "at /auditEvents/0/fields/1/newValue: expected an object, got the number 79.9"),
                EveryShape.at(
                                "new-value-of-two-arms",
                                "/auditEvents/0/fields/0",
                                field -> field.withObject("/newValue").putObject("emptyValue"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got stringValue and emptyValue"),
                EveryShape.at(
                                "new-value-without-an-arm",
                                "/auditEvents/0/fields/0",
                                field -> field.putObject("newValue").put("__type", "AuditEventFieldValueUnion"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got no arm"),
                EveryShape.at(
                                "empty-value-that-is-null",
                                "/auditEvents/0/fields/3",
                                field -> field.withObject("/newValue").putNull("emptyValue"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/3/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got no arm"),
                EveryShape.at(
                                "new-value-of-an-unknown-arm",
                                "/auditEvents/0/fields/0",
                                field -> field.putObject("newValue").put("listValue", "a, b"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got only listValue"),
                EveryShape.at(
                                "new-value-of-a-known-and-an-unknown-arm",
                                "/auditEvents/0/fields/0",
                                field -> field.withObject("/newValue").put("listValue", "a, b"))
                        .caughtBy(
                                "response-new-value-union",
                                "at /auditEvents/0/fields/0/newValue: expected exactly one of stringValue, doubleValue, booleanValue, emptyValue, userArnValue, got stringValue and listValue"),
                EveryShape.at(
                                "user-arn-value-as-a-name",
                                "/auditEvents/0/fields/4/newValue",
                                value -> value.put("userArnValue", "jane.doe"))
                        .caughtBy(
                                "response-user-arn-value-arn",
                                "at /auditEvents/0/fields/4/newValue/userArnValue: expected an ARN, as in arn:aws:connect:REGION:ACCOUNT:instance/ID/agent/ID, got a string that is none"),
                EveryShape.at(
                                "string-value-as-a-number",
                                "/auditEvents/0/fields/0/newValue",
                                value -> value.put("stringValue", 5))
                        .caughtBy(
                                "response-string-value-type",
                                "at /auditEvents/0/fields/0/newValue/stringValue: expected a string, got the number 5"),
                EveryShape.at(
                                "string-value-of-4101",
                                "/auditEvents/0/fields/0/newValue",
                                value -> value.put("stringValue", "a".repeat(4101)))
                        .caughtBy(
                                "response-string-value-length",
                                "at /auditEvents/0/fields/0/newValue/stringValue: expected 0 to 4100 code points, got 4101 code points"),
                EveryShape.at(
                                "double-value-as-a-string",
                                "/auditEvents/0/fields/1/newValue",
                                value -> value.put("doubleValue", "12.5"))
                        .caughtBy(
                                "response-double-value-type",
                                "at /auditEvents/0/fields/1/newValue/doubleValue: expected a number, or one of NaN, Infinity, -Infinity, got the string '12.5'"),
                EveryShape.at(
                                "double-value-of-no-name",
                                "/auditEvents/0/fields/1/newValue",
                                value -> value.put("doubleValue", "inf"))
                        .caughtBy(
                                "response-double-value-type",
                                "at /auditEvents/0/fields/1/newValue/doubleValue: expected a number, or one of NaN, Infinity, -Infinity, got the string 'inf'"),
                EveryShape.at(
                                "boolean-value-as-a-string",
                                "/auditEvents/0/fields/2/newValue",
                                value -> value.put("booleanValue", "true"))
                        .caughtBy(
                                "response-boolean-value-type",
                                "at /auditEvents/0/fields/2/newValue/booleanValue: expected a boolean, got the string 'true'"),
                EveryShape.at(
                                "empty-value-as-a-boolean",
                                "/auditEvents/0/fields/3/newValue",
                                value -> value.put("emptyValue", true))
                        .caughtBy(
                                "response-empty-value-type",
                                "at /auditEvents/0/fields/3/newValue/emptyValue: expected an object, got the boolean true"),
                EveryShape.at(
                                "empty-value-with-a-member",
                                "/auditEvents/0/fields/3/newValue",
                                value -> value.withObject("/emptyValue").put("eventFieldId", "case_reason"))
                        .caughtBy(
                                "response-empty-value-empty",
                                "at /auditEvents/0/fields/3/newValue/emptyValue: expected an object without members, got an object with 1 member"),
                EveryShape.at(
                                "user-arn-value-as-an-object",
                                "/auditEvents/0/fields/4/newValue",
                                value -> value.putObject("userArnValue").put("userArn", "arn"))
                        .caughtBy(
                                "response-user-arn-value-type",
                                "at /auditEvents/0/fields/4/newValue/userArnValue: expected a string, got an object with 1 member"));
    }
}
