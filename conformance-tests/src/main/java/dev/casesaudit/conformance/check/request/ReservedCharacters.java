package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Trial;
import dev.casesaudit.conformance.check.request.RefusedRequests.Kind;
import dev.casesaudit.conformance.check.request.RefusedRequests.Tried;
import dev.casesaudit.conformance.http.Request;
import dev.casesaudit.conformance.target.CaseRef;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Ids that are that of a case or domain with characters added which URIs give a meaning to: to the operation they have none. */
record ReservedCharacters(Label label) implements Kind {

    @Override
    public List<Tried> tried(Trial trial, CaseRef one) {
        String there = Request.encoded(label.of(one));
        // Matrix parameters and what else may stand in a path as it is; the same, encoded; blanks; the beginnings of a
        // query and
        // of a fragment; an id that is encoded twice.
        return Stream.of(
                        there + ";v=1",
                        there + "+",
                        there + ":x",
                        there + "@x",
                        there + "%3Bv=1",
                        there + "%2B",
                        there + "%20",
                        there + "%3Fx",
                        there + "%23x",
                        there + "%25",
                        encodedTwice(label.of(one)))
                // An HTTP client may mend what it is given.
                .map(encoded -> new Tried(
                        String.format(Locale.ROOT, "'%s'", encoded),
                        label.withEncoded(one, encoded).throughSocket()))
                .toList();
    }

    @Override
    public Request simpler(Trial trial, CaseRef one) {
        return label.unknown(one);
    }

    private static String encodedTwice(String id) {
        return HexFormat.of().withUpperCase().withPrefix("%25").formatHex(id.getBytes(StandardCharsets.UTF_8));
    }
}
