package dev.casesaudit.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.contract.EditedContract;
import dev.casesaudit.conformance.requirement.Area;
import dev.casesaudit.conformance.requirement.Catalogue;
import dev.casesaudit.conformance.requirement.Level;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A changed constraint in the contract changes the requests. */
class DerivedBoundariesTest {

    private static final Pattern MAX_RESULTS = Pattern.compile("\"maxResults\"\\s*:\\s*(-?\\d+)");
    private static final Pattern CASE_ID = Pattern.compile("/cases/([^/]*)/");

    @Test
    void thePackagedContractHasItsBoundariesSent() {
        Recorder recorder = judged(Contract.read());

        assertThat(recorder.sizes()).contains("0", "1", "25", "26").doesNotContain("30", "31");
        assertThat(recorder.caseIdLengths()).contains("0", "1", "500", "501").doesNotContain("600", "601");
    }

    @Test
    void aContractWithOtherLimitsHasThoseSent() {
        Contract edited = EditedContract.packaged()
                .after("        maxResults:", "maximum: 25", "maximum: 30")
                .after("    CaseId:", "maxLength: 500", "maxLength: 600")
                .parse();

        Recorder recorder = judged(edited);

        assertThat(recorder.sizes()).contains("0", "1", "30", "31").doesNotContain("26");
        assertThat(recorder.caseIdLengths()).contains("0", "1", "600", "601").doesNotContain("501");
    }

    private static Recorder judged(Contract contract) {
        Recorder recorder = new Recorder();
        Selection request = new Selection(Set.of(), Set.of(Area.REQUEST));
        try (StubServer stub = new StubServer(recorder)) {
            new Kit(contract, Catalogue.read(), Checks.all())
                    .judge(stub.profile(), request, Level.MUST, KnownFailures.NONE, Progress.NONE);
        }
        return recorder;
    }

    /** Records requests. Numbers stay text, since some are too large for any type. */
    private static final class Recorder extends Service {

        private final Collection<StubRequest> requests = new ConcurrentLinkedQueue<>();

        @Override
        public StubReply serve(StubRequest request) {
            requests.add(request);
            return super.serve(request);
        }

        Set<String> sizes() {
            return found(MAX_RESULTS, StubRequest::body, UnaryOperator.identity());
        }

        Set<String> caseIdLengths() {
            return found(CASE_ID, StubRequest::path, label -> {
                String id = URLDecoder.decode(label, StandardCharsets.UTF_8);
                return Long.toString(id.codePoints().count());
            });
        }

        private Set<String> found(Pattern pattern, Function<StubRequest, String> part, UnaryOperator<String> number) {
            return requests.stream()
                    .map(part)
                    .map(pattern::matcher)
                    .filter(Matcher::find)
                    .map(matcher -> number.apply(matcher.group(1)))
                    .collect(Collectors.toSet());
        }
    }
}
