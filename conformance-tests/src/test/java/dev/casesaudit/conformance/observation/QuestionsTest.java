package dev.casesaudit.conformance.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.casesaudit.conformance.check.CheckContext;
import dev.casesaudit.conformance.contract.Contract;
import dev.casesaudit.conformance.http.Probe;
import dev.casesaudit.conformance.http.ProbeFailure;
import dev.casesaudit.conformance.http.Probes;
import dev.casesaudit.conformance.http.Signer;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import dev.casesaudit.conformance.stub.StubServer;
import dev.casesaudit.conformance.target.TargetProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    // Each question with the answers of the plain and of the odd service.
    private static final List<String[]> EXPECTED =
            """
                | event-order                     | newest first                                         | oldest first
                | equal-times-order               | not seen: no two events in a row have the same time  | by eventId, falling
                | page-fullness                   | full                                                 | sometimes shorter
                | full-last-page-token            | no token                                             | a token
                | time-form                       | seconds and Z                                        | 3 decimals and offset
                | token-after-other-page-size     | a page                                               | 400 ValidationException
                | token-without-page-size         | larger than the page before                          | as large as the page before
                | token-used-twice                | the same page                                        | 400 ValidationException
                | token-of-same-place             | the same token                                       | another token
                | token-length                    | 100 at most                                          | 101 to 1000
                | empty-token                     | 400 ValidationException                              | the first page
                | page-size-and-unknown-case      | 400 ValidationException                              | 404 ResourceNotFoundException
                | page-size-and-denied-case       | 400 ValidationException                              | 403 AccessDeniedException
                | page-size-and-wrong-type        | 400 SerializationException                           | 400 SerializationException
                | token-and-unknown-case          | 404 ResourceNotFoundException                        | 404 ResourceNotFoundException
                | malformed-and-unknown-case      | 400 SerializationException                           | 404 ResourceNotFoundException
                | malformed-and-denied-case       | 400 SerializationException                           | 403 AccessDeniedException
                | content-type-and-malformed      | 415 UnsupportedMediaTypeException                    | 415 UnsupportedMediaTypeException
                | content-type-and-unknown-case   | 415 UnsupportedMediaTypeException                    | 404 ResourceNotFoundException
                | accept-and-content-type         | 406 NotAcceptableException                           | 415 UnsupportedMediaTypeException
                | unknown-domain-and-long-case-id | 400 ValidationException                              | 404 ResourceNotFoundException
                | unknown-case-resource           | 404 ResourceNotFoundException, case                  | 404 ResourceNotFoundException
                | unknown-domain-resource         | 404 ResourceNotFoundException, domain                | 404 ResourceNotFoundException
                | error-name-place                | header                                               | __type
                | error-name-form                 | neither                                              | both
                | violation-message               | that form                                            | another form
                | violations-together             | the first                                            | all of them, in another form
                | malformed-body                  | 400 SerializationException                           | 400 ValidationException
                | throttling-retry-after          | no                                                   | in another form
                | internal-error-retry-after      | in seconds                                           | no
                | duplicate-members               | the last                                             | the first
                | member-letter-case              | it is passed over                                    | it does
                | byte-order-mark                 | a page                                               | 400 ValidationException
                | integer-with-point              | 400 SerializationException                           | a page
                | integer-with-exponent           | 400 SerializationException                           | a page
                | negative-zero                   | 400 ValidationException                              | a page
                | very-large-body                 | a page                                               | 413 without an error name
                | content-type-without-body       | a page                                               | 415 UnsupportedMediaTypeException
                | other-content-type-without-body | 415 UnsupportedMediaTypeException                    | 415 UnsupportedMediaTypeException
                | method-get                      | 404 UnknownOperationException                        | 405 without an error name
                | method-head                     | 404 UnknownOperationException                        | 405 without an error name
                | method-put                      | 404 UnknownOperationException                        | 405 without an error name
                | method-delete                   | 404 UnknownOperationException                        | 405 without an error name
                | method-options                  | 404 UnknownOperationException                        | 405 without an error name
                | route-letter-case               | 404 UnknownOperationException                        | a page
                | route-double-slash              | 404 UnknownOperationException                        | a page
                | route-very-long                 | a page                                               | 414 without an error name
                | unsigned-request                | a page                                               | a page
                | null-members                    | no                                                   | yes
                | gzip                            | no                                                   | gzip
                | content-type                    | application/json                                     | application/json; charset=utf-8
                | framing                         | by its length                                        | chunked
                | connection                      | kept                                                 | closed
                | date                            | yes                                                  | yes
                | request-id                      | a UUID                                               | another form
                | header-letter-case              | other                                                | other
                """.lines().map(line -> line.strip().substring(1).split("\\|")).toList();

    @Test
    void thePlainServiceHasTheseAnswers() throws ProbeFailure {
        assertThat(answers(new Service())).isEqualTo(expected(1));
    }

    @Test
    void theOddServiceHasOtherAnswers() throws ProbeFailure {
        assertThat(answers(new OddService())).isEqualTo(expected(2));
    }

    @Test
    void aTargetThatBreaksDownHasAnswersToo() throws ProbeFailure {
        assertThat(answers(always(new StubReply(500, new byte[0])))).hasSameSizeAs(EXPECTED);
        assertThat(answers(always(new StubReply(200, new byte[0]).body("[]")))).hasSameSizeAs(EXPECTED);
    }

    @Test
    void aTargetThatIsGoneHasAnswersToo() throws ProbeFailure {
        StubServer stub = new StubServer(new Service());
        TargetProfile profile = stub.profile();
        stub.close();

        assertThat(answers(profile))
                .hasSameSizeAs(EXPECTED)
                .containsEntry("malformed-body", "no answer: unreachable")
                .containsEntry("event-order", "not seen: fewer than two different times");
    }

    @Test
    void aProfileWithoutCasesIsReported() throws ProbeFailure {
        try (StubServer stub = new StubServer(new Service())) {
            assertThat(answers(stub.profile().with(Map.of())))
                    .hasSameSizeAs(EXPECTED)
                    .containsEntry(
                            "page-size-and-denied-case", "not seen: the profile names no case for the role 'denied'");
        }
    }

    @Test
    void theyCostFewRequests() throws ProbeFailure {
        try (StubServer stub = new StubServer(new Service());
                Probe probe = Probes.SOCKETS.to(
                        stub.endpoint(), Signer.NONE, stub.profile().limits())) {
            CheckContext context = new CheckContext(stub.profile(), Contract.read(), probe);
            for (Question question : Questions.all()) {
                question.ask(context);
            }

            assertThat(probe.count()).isLessThan(70);
        }
    }

    private static Map<String, String> expected(int column) {
        Map<String, String> expected = new LinkedHashMap<>();
        EXPECTED.forEach(row -> expected.put(row[0].strip(), row[column].strip()));
        return expected;
    }

    private static Service always(StubReply reply) {
        return new Service() {
            @Override
            public StubReply serve(StubRequest request) {
                return reply;
            }
        };
    }

    private static Map<String, String> answers(Service service) throws ProbeFailure {
        try (StubServer stub = new StubServer(service)) {
            return answers(stub.profile());
        }
    }

    private static Map<String, String> answers(TargetProfile profile) throws ProbeFailure {
        Map<String, String> answers = new LinkedHashMap<>();
        try (Probe probe = Probes.REST_ASSURED.to(profile.endpoint(), Signer.NONE, profile.limits())) {
            CheckContext context = new CheckContext(profile, Contract.read(), probe);
            for (Question question : Questions.all()) {
                answers.put(question.id(), question.ask(context));
            }
        }
        return answers;
    }
}
