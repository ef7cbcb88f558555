package dev.casesaudit.benchmark.micro;

import dev.casesaudit.api.model.GetCaseAuditEventsRequest;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.contract.Contract;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.EncodedPage;
import dev.casesaudit.server.page.Pages;
import dev.casesaudit.server.page.TokenKey;
import dev.casesaudit.server.request.OperationInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Measures the token, the page and the request separately. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MicroBenchmarks {

    private static final int EVENTS = 100_000;
    private static final int EVENT_LENGTH = 400;
    private static final int PLACES = 1_024;

    private final CaseKey key = new CaseKey("contact-center", "case-long");
    private final CursorCodec cursors = new CursorCodec(TokenKey.random());
    private final Pages pages = new Pages(cursors);
    private final AuditHistory history = AuditHistory.of(
            Stream.generate(() -> new byte[EVENT_LENGTH]).limit(EVENTS).toList());

    private final String token = cursors.encode(EVENTS / 2, key, history);
    private final byte[] body =
            "{\"maxResults\":25,\"nextToken\":\"%s\"}".formatted(token).getBytes(StandardCharsets.US_ASCII);
    private final GetCaseAuditEventsRequest firstPage = new GetCaseAuditEventsRequest().maxResults(25);

    // Spread over the history: the same page would stay in the caches of the processor.
    private final List<GetCaseAuditEventsRequest> somewhere = new Random(42)
            .ints(PLACES, 0, EVENTS)
            .mapToObj(place ->
                    new GetCaseAuditEventsRequest().maxResults(25).nextToken(cursors.encode(place, key, history)))
            .toList();

    private int turn;

    private final OperationInput input =
            new OperationInput(Contract.operation().operations().get(0));

    @Benchmark
    public String makesAToken() {
        return cursors.encode(EVENTS / 2, key, history);
    }

    @Benchmark
    public Optional<Long> readsAToken() {
        return cursors.decode(token, key, history);
    }

    @Benchmark
    public EncodedPage putsTheFirstPageTogether() {
        return pages.page(history, key, firstPage);
    }

    @Benchmark
    public EncodedPage putsAPageByTokenTogether() {
        turn = (turn + 1) % PLACES;
        return pages.page(history, key, somewhere.get(turn));
    }

    @Benchmark
    public Map<String, Object> readsARequest() {
        return input.read(body, name -> null);
    }
}
