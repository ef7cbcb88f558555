package dev.casesaudit.conformance.check.response;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class ResponseChecks {

    private ResponseChecks() {}

    public static List<Check> all() {
        return List.of(
                new PageStatus(),
                new PageContentType(),
                new PageNamesNoError(),
                new BodyJson(),
                new BodyUtf8(),
                new ObjectNamesUnique(),
                new BodyType(),
                new AuditEventsRequired(),
                new AuditEventsType(),
                new AuditEventsItems(),
                new PageEventsDistinct(),
                new AuditEventsItemType(),
                new EventIdRequired(),
                new EventIdType(),
                new EventIdLength(),
                new EventTypeRequired(),
                new EventTypeType(),
                new EventTypeEnum(),
                new RelatedItemTypeType(),
                new RelatedItemTypeEnum(),
                new PerformedTimeRequired(),
                new PerformedTimeType(),
                new PerformedTimeFormat(),
                new PerformedTimeUtc(),
                new FieldsRequired(),
                new FieldsType(),
                new FieldsItemType(),
                new EventFieldIdRequired(),
                new EventFieldIdType(),
                new EventFieldIdLength(),
                new OldValueType(),
                new OldValueUnion(),
                new StringValueType(),
                new StringValueLength(),
                new DoubleValueType(),
                new BooleanValueType(),
                new EmptyValueType(),
                new EmptyValueEmpty(),
                new UserArnValueType(),
                new UserArnValueArn(),
                new NewValueRequired(),
                new NewValueType(),
                new NewValueUnion(),
                new PerformedByType(),
                new UserType(),
                new UserUnion(),
                new UserArnType(),
                new UserArnLength(),
                new CustomEntityType(),
                new CustomEntityLength(),
                new CustomEntityPattern(),
                new IamPrincipalArnRequired(),
                new IamPrincipalArnType(),
                new IamPrincipalArnLength(),
                new NextTokenType(),
                new NextTokenLength(),
                new EmptyHistory(),
                new OneEventHistory());
    }
}
