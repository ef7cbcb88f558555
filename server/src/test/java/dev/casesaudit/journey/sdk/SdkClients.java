package dev.casesaudit.journey.sdk;

import dev.casesaudit.journey.PackagedMock;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.connectcases.ConnectCasesAsyncClient;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;

/** Clients as users of the SDK make them, in standard retry mode, led to a mock. */
public final class SdkClients {

    public static final String DOMAIN = "contact-center";

    private SdkClients() {}

    public static ConnectCasesClient of(PackagedMock mock, ExecutionInterceptor... interceptors) {
        return led(ConnectCasesClient.builder(), mock, interceptors).build();
    }

    /** Returns a client that sends each request once. */
    public static ConnectCasesClient ofOneAttempt(PackagedMock mock) {
        return led(ConnectCasesClient.builder(), mock)
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    public static ConnectCasesAsyncClient asyncOf(PackagedMock mock) {
        return led(ConnectCasesAsyncClient.builder(), mock).build();
    }

    /** Asks for a case of the domain that most tests use. */
    public static GetCaseAuditEventsRequest request(String caseId) {
        return request(DOMAIN, caseId);
    }

    public static GetCaseAuditEventsRequest request(String domainId, String caseId) {
        return GetCaseAuditEventsRequest.builder()
                .domainId(domainId)
                .caseId(caseId)
                .build();
    }

    private static <B extends AwsClientBuilder<B, C>, C> B led(
            B builder, PackagedMock mock, ExecutionInterceptor... interceptors) {
        return builder.endpointOverride(mock.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session")))
                .overrideConfiguration(configuration -> {
                    // As patient as the standard mode in attempts, though not in seconds.
                    configuration.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .backoffStrategy(BackoffStrategy.retryImmediately())
                            .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                            .build());
                    for (ExecutionInterceptor interceptor : interceptors) {
                        configuration.addExecutionInterceptor(interceptor);
                    }
                });
    }
}
