package dev.casesaudit.conformance.check.protocol;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** The checks of the area, in the order in which they run. */
public final class ProtocolChecks {

    private ProtocolChecks() {}

    public static List<Check> all() {
        return List.of(
                new RequestIdOnPages(),
                new RequestIdOnErrors(),
                new RequestIdNotEmpty(),
                new RequestIdsDiffer(),
                new HeaderNamesAnyCase(),
                new HostAnyCase(),
                new SignatureIsIgnored(),
                new PageIsFramed(),
                new ErrorIsFramed(),
                new GzipIsReadable(),
                new IdentityIsHonoured(),
                new ErrorIsUtf8(),
                new CharsetIsUtf8());
    }
}
