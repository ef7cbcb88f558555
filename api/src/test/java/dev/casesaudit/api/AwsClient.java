package dev.casesaudit.api;

import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** Calls operations through a client of the AWS SDK that tries once, and takes nothing from the machine it runs on. */
final class AwsClient {

    static final Region REGION = Region.US_EAST_1;

    private AwsClient() {}

    static GetCaseAuditEventsResponse call(
            StubTransport transport, Consumer<GetCaseAuditEventsRequest.Builder> request) {
        return with(transport, client -> client.getCaseAuditEvents(request));
    }

    /** Calls an operation. */
    static <R> R with(StubTransport transport, Function<ConnectCasesClient, R> call) {
        try (ConnectCasesClient client = ConnectCasesClient.builder()
                .httpClient(transport)
                .region(REGION)
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("anyone", "secret")))
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build()) {
            return call.apply(client);
        }
    }
}
