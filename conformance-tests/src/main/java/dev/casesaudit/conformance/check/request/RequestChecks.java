package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.request.RefusedRequests.Kind;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class RequestChecks {

    private RequestChecks() {}

    public static List<Check> all() {
        return List.of(
                new DomainIdLengthMinimum(),
                new DomainIdLengthMaximum(),
                new DomainIdCountsCodePoints(),
                new DomainIdLengthBelowMinimum(),
                new DomainIdLengthAboveMaximum(),
                refused(
                        "request-domain-id-length-far-above-maximum",
                        FarBeyond.length(Label.DOMAIN_ID),
                        "ValidationException",
                        "AccessDeniedException"),
                new DomainIdPercentDecoded(),
                new DomainIdEncodedSlash(),
                reserved("request-domain-id-reserved-characters", Label.DOMAIN_ID),
                new DotSegments("request-domain-id-dot-segments", Label.DOMAIN_ID),
                new CaseIdLengthMinimum(),
                new CaseIdLengthMaximum(),
                new CaseIdCountsCodePoints(),
                new CaseIdLengthBelowMinimum(),
                new CaseIdLengthAboveMaximum(),
                invalid("request-case-id-length-far-above-maximum", FarBeyond.length(Label.CASE_ID)),
                new CaseIdPercentDecoded(),
                new CaseIdEncodedSlash(),
                reserved("request-case-id-reserved-characters", Label.CASE_ID),
                new DotSegments("request-case-id-dot-segments", Label.CASE_ID),
                new LongestRoute(),
                new MaxResultsMinimum(),
                new MaxResultsMaximum(),
                new MaxResultsBelowMinimum(),
                new MaxResultsNegative(),
                new MaxResultsAboveMaximum(),
                invalid("request-max-results-far-below-minimum", FarBeyond.belowMaxResults()),
                invalid("request-max-results-far-above-maximum", FarBeyond.aboveMaxResults()),
                new MaxResultsString(),
                new MaxResultsBoolean(),
                new MaxResultsFraction(),
                new MaxResultsList(),
                new MaxResultsObject(),
                new MaxResultsPastInteger(),
                new MaxResultsPastLong(),
                new MaxResultsExponent(),
                new MaxResultsNull(),
                new MaxResultsAbsent(),
                new NextTokenLengthMinimum(),
                new NextTokenLengthMaximum(),
                new NextTokenLengthAboveMaximum(),
                invalid("request-next-token-length-far-above-maximum", FarBeyond.tokenLength()),
                new NextTokenCountsCodePoints(),
                new NextTokenNumber(),
                new NextTokenBoolean(),
                new NextTokenList(),
                new NextTokenObject(),
                new NextTokenNull(),
                new BodyAbsent(),
                new BodyEmpty(),
                new BodyEmptyObject(),
                new BodyUnknownMembers(),
                new BodyNestedUnknownMembers(),
                new BodyWhiteSpace(),
                new BodyEscapes(),
                new BodyChunked(),
                new BodyTruncated(),
                new BodyTrailingText(),
                new BodySecondValue(),
                new BodyComment(),
                new BodySingleQuotes(),
                new BodyUnquotedName(),
                new BodyTrailingComma(),
                new BodyFormFeed(),
                new BodyLeadingZeros(),
                new BodyNan(),
                new BodyHexNumber(),
                new BodyInvalidEncoding(),
                new BodyArray(),
                new BodyNumber(),
                new BodyString(),
                new BodyBoolean(),
                new BodyNull(),
                new ContentTypeCharset(),
                new ContentTypeParameters(),
                new ContentTypeLetterCase(),
                new ContentTypeOther(),
                new ContentTypeForm(),
                new ContentTypeOtherJson(),
                new ContentTypeAbsent(),
                new AcceptAbsent(),
                new AcceptAnything(),
                new AcceptAnyApplication(),
                new AcceptJson(),
                new AcceptWeights(),
                new AcceptList(),
                new AcceptHtml(),
                new AcceptOtherJson(),
                new AcceptXml(),
                new AcceptRefusesJson(),
                new RouteTrailingSlash(),
                new RouteQuery(),
                new SdkHeaders());
    }

    private static Check invalid(String id, Kind kind) {
        return refused(id, kind, "ValidationException");
    }

    // A pattern for ids that leaves these characters out stands in some copies of the documents.
    private static Check reserved(String id, Label label) {
        return refused(
                id,
                new ReservedCharacters(label),
                "ResourceNotFoundException",
                "AccessDeniedException",
                "ValidationException");
    }

    private static Check refused(String id, Kind kind, String... errors) {
        return new RefusedRequests(id, kind, errors);
    }
}
