package dev.casesaudit.journey.sdk;

import dev.casesaudit.journey.PackagedMock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** An SDK client in standard retry mode with its real waits, which records the ids of its calls. */
public final class StandardClient implements AutoCloseable {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final ConnectCasesClient cases;

    private StandardClient(PackagedMock mock, Consumer<ClientOverrideConfiguration.Builder> retries) {
        cases = ConnectCasesClient.builder()
                .endpointOverride(mock.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(configuration -> {
                    retries.accept(configuration);
                    configuration.addExecutionInterceptor(new Memory());
                })
                .build();
    }

    public static StandardClient of(PackagedMock mock) {
        return of(mock, configuration -> {});
    }

    /** Creates a client with further configuration. */
    public static StandardClient of(PackagedMock mock, Consumer<ClientOverrideConfiguration.Builder> besides) {
        return new StandardClient(mock, configuration -> {
            configuration.retryStrategy(RetryMode.STANDARD);
            besides.accept(configuration);
        });
    }

    /** Creates a client that does not retry. */
    public static StandardClient tryingOnce(PackagedMock mock) {
        return new StandardClient(mock, configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()));
    }

    public static GetCaseAuditEventsRequest request(String domainId, String caseId) {
        return GetCaseAuditEventsRequest.builder()
                .domainId(domainId)
                .caseId(caseId)
                .build();
    }

    public static GetCaseAuditEventsRequest withHeader(GetCaseAuditEventsRequest request, String name, String value) {
        return request.toBuilder()
                .overrideConfiguration(override -> override.putHeader(name, value))
                .build();
    }

    public GetCaseAuditEventsResponse get(String domainId, String caseId) {
        return get(request(domainId, caseId));
    }

    public GetCaseAuditEventsResponse get(GetCaseAuditEventsRequest request) {
        return cases.getCaseAuditEvents(request);
    }

    /** Every page, by the SDK's own paginator. */
    public List<GetCaseAuditEventsResponse> walk(String domainId, String caseId) {
        return cases.getCaseAuditEventsPaginator(request(domainId, caseId)).stream()
                .toList();
    }

    /** The first pages only, for walks that may have no end. */
    public List<GetCaseAuditEventsResponse> walk(String domainId, String caseId, int most) {
        return cases.getCaseAuditEventsPaginator(request(domainId, caseId)).stream()
                .limit(most)
                .toList();
    }

    public static List<AuditEvent> events(List<GetCaseAuditEventsResponse> pages) {
        return pages.stream().flatMap(page -> page.auditEvents().stream()).toList();
    }

    /** The invocation ids of all attempts, in their order. */
    public List<String> sent() {
        return sent;
    }

    /** The invocation id of the last attempt. */
    public String lastCall() {
        return sent.get(sent.size() - 1);
    }

    public ConnectCasesClient cases() {
        return cases;
    }

    @Override
    public void close() {
        cases.close();
    }

    private final class Memory implements ExecutionInterceptor {

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            sent.add(context.httpRequest()
                    .firstMatchingHeader("amz-sdk-invocation-id")
                    .orElseThrow(() -> new AssertionError("expected an invocation id, got none")));
        }
    }
}
