package dev.casesaudit.conformance.flaw;

import java.util.List;

/** All flaws. */
final class Flaws {

    static final List<FlawTable> TABLES = List.of(
            new IdFlaws(),
            new MaxResultsFlaws(),
            new NextTokenFlaws(),
            new RequestBodyFlaws(),
            new NegotiationFlaws(),
            new RouteFlaws(),
            new ResponseBodyFlaws(),
            new PageFlaws(),
            new EventFlaws(),
            new FieldFlaws(),
            new WalkFlaws(),
            new TokenFlaws(),
            new RepeatabilityFlaws(),
            new ForgedTokenFlaws(),
            new ErrorStatusFlaws(),
            new NotFoundFlaws(),
            new SignatureFlaws(),
            new ErrorBodyFlaws(),
            new LimitFlaws(),
            new RequestIdFlaws(),
            new WireFlaws(),
            new RecordingFlaws());

    private Flaws() {}

    static List<Flaw> all() {
        return TABLES.stream().flatMap(table -> table.flaws().stream()).toList();
    }
}
