package dev.casesaudit.junit.use;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.FieldValue;
import software.amazon.awssdk.services.connectcases.model.FieldValueUnion;

/** The code under test: creates and closes cases. */
record CaseWriter(ConnectCasesClient cases) {

    CaseWriter(URI endpoint) {
        this(ConnectCasesClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build());
    }

    String create(String domainId, String title) {
        return cases.createCase(request -> request.domainId(domainId)
                        .templateId("template-general")
                        .fields(
                                text("title", title),
                                text("customer_id", "arn:aws:profile:us-east-1:111122223333:domains/d/profiles/p")))
                .caseId();
    }

    void close(String domainId, String caseId) {
        cases.updateCase(request -> request.domainId(domainId).caseId(caseId).fields(text("status", "closed")));
    }

    private static FieldValue text(String id, String value) {
        return FieldValue.builder()
                .id(id)
                .value(FieldValueUnion.fromStringValue(value))
                .build();
    }
}
