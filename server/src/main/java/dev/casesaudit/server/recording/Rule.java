package dev.casesaudit.server.recording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A question that the documents of the service leave open, and the answers that a rule can give. */
public enum Rule {
    CREATE_CASE_EVENT(
            "CreateCase", "event", "Whether CreateCase records a Case.Created event", Rule.RECORDED, Rule.NOTHING),
    CREATE_CASE_FIELDS("CreateCase", "fields", "Which fields Case.Created lists", "given", "all", "none"),
    CREATE_CASE_OLD_VALUE(
            "CreateCase", "oldValue", "The oldValue of the fields that Case.Created lists", "absent", "emptyValue"),
    CREATE_CASE_REPLAY(
            "CreateCase",
            "replay",
            "Whether a request with the client token of an earlier one records an event",
            Rule.NOTHING,
            Rule.RECORDED),
    UPDATE_CASE_EVENT(
            "UpdateCase", "event", "Whether UpdateCase records a Case.Updated event", Rule.RECORDED, Rule.NOTHING),
    UPDATE_CASE_FIELDS(
            "UpdateCase", "fields", "Which fields of the request Case.Updated lists", "changed", "given", "none"),
    UPDATE_CASE_SYSTEM_FIELDS(
            "UpdateCase",
            "systemFields",
            "Whether Case.Updated lists the fields that the service sets",
            "omitted",
            "listed"),
    UPDATE_CASE_OLD_VALUE(
            "UpdateCase",
            "oldValue",
            "When a field of Case.Updated has an oldValue",
            "where there was a value",
            "always",
            "absent"),
    UPDATE_CASE_NO_CHANGE(
            "UpdateCase",
            "noChange",
            "Whether an UpdateCase that changes no value records an event",
            Rule.NOTHING,
            Rule.RECORDED),
    CREATE_RELATED_ITEM_EVENT(
            "CreateRelatedItem",
            "event",
            "Whether CreateRelatedItem records a RelatedItem.Created event",
            Rule.RECORDED,
            Rule.NOTHING),
    CREATE_RELATED_ITEM_FIELDS(
            "CreateRelatedItem", "fields", "What RelatedItem.Created lists of the related item", "content", "none"),
    UPDATE_RELATED_ITEM_EVENT(
            "UpdateRelatedItem",
            "event",
            "Whether UpdateRelatedItem records a RelatedItem.Updated event",
            Rule.RECORDED,
            Rule.NOTHING),
    UPDATE_RELATED_ITEM_FIELDS(
            "UpdateRelatedItem",
            "fields",
            "What RelatedItem.Updated lists of the related item",
            "changed",
            "content",
            "none"),
    UPDATE_RELATED_ITEM_NO_CHANGE(
            "UpdateRelatedItem",
            "noChange",
            "Whether an UpdateRelatedItem that changes nothing records an event",
            Rule.NOTHING,
            Rule.RECORDED),
    DELETE_RELATED_ITEM_EVENT(
            "DeleteRelatedItem",
            "event",
            "Whether DeleteRelatedItem records a RelatedItem.Deleted event",
            Rule.RECORDED,
            Rule.NOTHING),
    DELETE_RELATED_ITEM_FIELDS(
            "DeleteRelatedItem", "fields", "What RelatedItem.Deleted lists of the related item", "none", "content"),
    PERFORMED_BY_USER("performedBy", "user", "The user in performedBy", "of the request", "absent"),
    PERFORMED_BY_PRINCIPAL(
            "performedBy",
            "iamPrincipalArn",
            "The iamPrincipalArn in performedBy",
            "of the access key",
            "performedBy absent"),
    LONG_TEXTS("texts", "longer", "What is listed of a text of more than 4,100 code points", "cut", "omitted");

    static final String RECORDED = "recorded";
    static final String NOTHING = "nothing";

    // Their rules are about events of all operations.
    private static final List<String> OF_ALL_EVENTS = List.of("performedBy", "texts");

    private final String group;
    private final String member;
    private final String decides;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable one
    private final List<String> answers;

    Rule(String group, String member, String decides, String... answers) {
        this.group = group;
        this.member = member;
        this.decides = decides;
        this.answers = List.of(answers);
    }

    /** Returns the operation or part of an event that it is about. */
    String group() {
        return group;
    }

    String member() {
        return member;
    }

    /** Returns the question in words. */
    public String decides() {
        return decides;
    }

    /** Returns the possible answers. */
    List<String> answers() {
        return answers;
    }

    /** Returns its place in the file, such as {@code CreateCase.fields}. */
    public String place() {
        return String.format(Locale.ROOT, "%s.%s", group, member);
    }

    /** Whether it decides that an event is recorded, not what the event says. */
    public boolean records() {
        return answers.contains(RECORDED);
    }

    /** Returns the rules that decide what the events of this one say. */
    public List<Rule> alsoApplied() {
        return Arrays.stream(values())
                .filter(rule -> !rule.records() && (rule.group.equals(group) || OF_ALL_EVENTS.contains(rule.group)))
                .toList();
    }

    /** Returns the rule of a place in the file; empty if there is none. */
    public static Optional<Rule> at(String place) {
        return Arrays.stream(values())
                .filter(rule -> rule.place().equals(place))
                .findFirst();
    }
}
