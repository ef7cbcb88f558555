package sample;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connectcases.ConnectCasesClient;
import software.amazon.awssdk.services.connectcases.model.AuditEvent;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsRequest;
import software.amazon.awssdk.services.connectcases.model.GetCaseAuditEventsResponse;

/** Reads the whole history of a case. */
public record AuditReader(ConnectCasesClient cases) {

    public AuditReader(URI endpoint) {
        this(ConnectCasesClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build());
    }

    public List<AuditEvent> read(String domainId, String caseId) {
        GetCaseAuditEventsRequest request = GetCaseAuditEventsRequest.builder()
                .domainId(domainId)
                .caseId(caseId)
                .build();
        List<AuditEvent> events = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (GetCaseAuditEventsResponse page : cases.getCaseAuditEventsPaginator(request)) {
            page.auditEvents().stream().filter(Objects::nonNull).forEach(events::add);
            if (page.nextToken() != null && !seen.add(page.nextToken())) {
                throw new IllegalStateException("a page leads back to itself");
            }
        }
        return events;
    }
}
