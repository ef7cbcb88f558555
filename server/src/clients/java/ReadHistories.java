import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.CaseAuditApi;
import org.openapitools.client.model.AuditEvent;
import org.openapitools.client.model.GetCaseAuditEventsRequest;
import org.openapitools.client.model.GetCaseAuditEventsResponse;

/** Reads histories through the generated client, and prints each event as that writes it: ENDPOINT DOMAIN CASE... */
final class ReadHistories {

    private ReadHistories() {}

    public static void main(String[] args) throws Exception {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);
        CaseAuditApi api = new CaseAuditApi(client);
        for (String caseId : List.of(args).subList(2, args.length)) {
            String nextToken = null;
            do {
                GetCaseAuditEventsResponse page =
                        api.getCaseAuditEvents(args[1], caseId, new GetCaseAuditEventsRequest().nextToken(nextToken));
                // The program's result, which whoever runs it reads.
                for (AuditEvent event : page.getAuditEvents()) {
                    System.out.println(client.getObjectMapper().writeValueAsString(event));
                }
                nextToken = page.getNextToken();
            } while (nextToken != null);
        }
    }
}
