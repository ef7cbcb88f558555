package dev.casesaudit.conformance.flaw;

import java.util.List;
import java.util.stream.Stream;

/** Flaws that the requirements of the area request catch. */
final class RequestFlaws {

    /** What is found where a malformed body is served. */
    static final String SERVED_MALFORMED =
            "at the response: expected 400 SerializationException or 400 ValidationException, got 200 with 1 event";

    /** What is found where an invalid value is served. */
    static final String SERVED_INVALID = "at the response: expected 400 ValidationException, got 200 with 1 event";

    private RequestFlaws() {}

    static List<Flaw> all() {
        return Stream.of(
                        LabelFlaws.all(),
                        MaxResultsFlaws.all(),
                        NextTokenFlaws.all(),
                        RequestBodyFlaws.all(),
                        MalformedBodyFlaws.all(),
                        NegotiationFlaws.all(),
                        RouteFlaws.all())
                .flatMap(List::stream)
                .toList();
    }

    /** Says what is found where a request is refused that should bring a page. */
    static String refused(String answer) {
        return "at the response: expected 200 and a page of events, got " + answer;
    }
}
