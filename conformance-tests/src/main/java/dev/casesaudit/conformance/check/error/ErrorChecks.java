package dev.casesaudit.conformance.check.error;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class ErrorChecks {

    private ErrorChecks() {}

    public static List<Check> all() {
        return List.of(
                new InvalidRequest(),
                new MalformedRequest(),
                new UnknownCase(),
                new UnknownCaseResourceId(),
                new UnknownCaseResourceType(),
                new UnknownCaseIsNamed(),
                new UnknownCaseKeepsCharacters(),
                new UnknownDomain(),
                new UnknownDomainResource(),
                new AccessDenied(),
                new Throttled(),
                new ServerFault(),
                new RetryAfter(),
                new UnknownRoute(),
                new MethodCheck("error-method-get", "GET"),
                new MethodCheck("error-method-head", "HEAD"),
                new MethodCheck("error-method-patch", "PATCH"),
                new MethodCheck("error-method-put", "PUT"),
                new MethodCheck("error-method-delete", "DELETE"),
                new NotAcceptable(),
                new UnsupportedMediaType(),
                new UnsignedRequest(),
                new IncompleteSignature(),
                new WrongSecret(),
                new UnknownAccessKey(),
                new CredentialErrorsForbidden(),
                new BodyIsAnObject(),
                new ContentTypeIsJson(),
                new NoHtml(),
                new ObjectNamesUnique(),
                new NamePresent(),
                new NameInHeader(),
                new NameIsDeclared(),
                new MessagePresent(),
                new MessageIsAString(),
                new MessageNotEmpty(),
                new MessageNamesNoClass(),
                new NoStackTrace(),
                new LargeBody(),
                new LargeRequestLine(),
                new LargeHeaders(),
                new NextRequestIsServed(),
                new StatusFitsName(),
                new NoSuccess());
    }
}
