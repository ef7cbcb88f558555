package dev.casesaudit.api;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;

/** Makes clients of the AWS SDK that take nothing from the machine they run on, and try once. */
final class AwsClient {

    static final Region REGION = Region.US_EAST_1;

    private AwsClient() {}

    static ConnectCasesClient over(StubTransport transport) {
        return ConnectCasesClient.builder()
                .httpClient(transport)
                .region(REGION)
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("anyone", "secret")))
                .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
