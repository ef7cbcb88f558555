package dev.casesaudit.conformance.run;

import dev.casesaudit.conformance.check.Check;
import dev.casesaudit.conformance.check.CheckTable;
import dev.casesaudit.conformance.check.error.ErrorBodyChecks;
import dev.casesaudit.conformance.check.error.ErrorStatusChecks;
import dev.casesaudit.conformance.check.error.LimitChecks;
import dev.casesaudit.conformance.check.error.NotFoundChecks;
import dev.casesaudit.conformance.check.error.SignatureChecks;
import dev.casesaudit.conformance.check.pagination.ForgedTokenChecks;
import dev.casesaudit.conformance.check.pagination.RepeatabilityChecks;
import dev.casesaudit.conformance.check.pagination.TokenChecks;
import dev.casesaudit.conformance.check.pagination.WalkChecks;
import dev.casesaudit.conformance.check.protocol.RequestIdChecks;
import dev.casesaudit.conformance.check.protocol.WireChecks;
import dev.casesaudit.conformance.check.recording.RecordingChecks;
import dev.casesaudit.conformance.check.request.IdChecks;
import dev.casesaudit.conformance.check.request.MaxResultsChecks;
import dev.casesaudit.conformance.check.request.NegotiationChecks;
import dev.casesaudit.conformance.check.request.NextTokenChecks;
import dev.casesaudit.conformance.check.request.RequestBodyChecks;
import dev.casesaudit.conformance.check.request.RouteChecks;
import dev.casesaudit.conformance.check.response.EventChecks;
import dev.casesaudit.conformance.check.response.FieldChecks;
import dev.casesaudit.conformance.check.response.PageChecks;
import dev.casesaudit.conformance.check.response.ResponseBodyChecks;
import java.util.List;

/** All checks of the kit. */
public final class Checks {

    /** All tables. Their order does not matter, since the catalogue orders the requirements. */
    public static final List<CheckTable> TABLES = List.of(
            new IdChecks(),
            new MaxResultsChecks(),
            new NextTokenChecks(),
            new RequestBodyChecks(),
            new NegotiationChecks(),
            new RouteChecks(),
            new ResponseBodyChecks(),
            new PageChecks(),
            new EventChecks(),
            new FieldChecks(),
            new WalkChecks(),
            new TokenChecks(),
            new RepeatabilityChecks(),
            new ForgedTokenChecks(),
            new ErrorStatusChecks(),
            new NotFoundChecks(),
            new SignatureChecks(),
            new ErrorBodyChecks(),
            new LimitChecks(),
            new RequestIdChecks(),
            new WireChecks(),
            new RecordingChecks());

    private Checks() {}

    public static List<Check> all() {
        return TABLES.stream().flatMap(table -> table.checks().stream()).toList();
    }
}
