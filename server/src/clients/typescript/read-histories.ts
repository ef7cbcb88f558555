// Reads histories through the generated client, and prints each event as that writes it: ENDPOINT DOMAIN CASE...
import { AuditEventToJSON, CaseAuditApi, Configuration } from './client';

declare const process: { argv: string[]; exitCode?: number };

async function main(endpoint: string, domainId: string, ...caseIds: string[]): Promise<void> {
  const api = new CaseAuditApi(new Configuration({ basePath: endpoint }));
  for (const caseId of caseIds) {
    let nextToken: string | null | undefined = null;
    do {
      const page = await api.getCaseAuditEvents({ domainId, caseId, getCaseAuditEventsRequest: { nextToken } });
      for (const event of page.auditEvents) {
        console.log(JSON.stringify(AuditEventToJSON(event)));
      }
      nextToken = page.nextToken;
    } while (nextToken != null);
  }
}

const [endpoint, domainId, ...caseIds] = process.argv.slice(2);
main(endpoint, domainId, ...caseIds).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
