// What can be copied: a history as a fixture, and a request as a program.

/** JSON as YAML of the flavour of fixture files: strings quoted as in JSON, which YAML 1.2 reads the same. */
export function yaml(value, indent = "") {
  if (value === null || typeof value !== "object" || JSON.isRawJSON?.(value) || Object.keys(value).length === 0) {
    return ` ${scalar(value)}\n`;
  }
  const entries = Array.isArray(value) ? value.map(item => ["-", item]) : Object.entries(value);
  const lines = entries.map(([key, item]) => {
    const name = Array.isArray(value) ? "-" : `${/^[a-z][A-Za-z]*$/.test(key) ? key : scalar(key)}:`;
    const text = yaml(item, indent + "  ");
    // The first member of an item begins on the line of its dash.
    return `${indent}${name}${Array.isArray(value) && text.startsWith("\n") ? " " + text.trimStart() : text}`;
  });
  return `\n${lines.join("")}`;
}

// JSON leaves these as they are; YAML forbids some of them.
const scalar = value =>
  JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A fixture file with one case. */
export const fixture = (domainId, caseId, auditEvents) =>
  yaml({ domain: domainId, cases: { [caseId]: { order: "listed", auditEvents } } }).trimStart();

const shell = text => `'${text.replaceAll("'", "'\\''")}'`;
// Java, JavaScript, Go and Python read the escapes that JSON.stringify writes the same way.
const quoted = text => JSON.stringify(text);

/** Programs that read the whole history of a case from this mock. */
export const snippets = {
  curl: (origin, domainId, caseId) =>
    `curl -X POST ${shell(`${origin}/domains/${encodeURIComponent(domainId)}/cases/${encodeURIComponent(caseId)}/audit-history`)} \\
  -H 'content-type: application/json' -d '{}'`,
  "AWS CLI": (origin, domainId, caseId) =>
    `aws connectcases get-case-audit-events --endpoint-url ${origin} --region us-east-1 \\
  --domain-id ${shell(domainId)} --case-id ${shell(caseId)}`,
  Java: (origin, domainId, caseId) =>
    `ConnectCasesClient cases = ConnectCasesClient.builder()
        .endpointOverride(URI.create("${origin}"))
        .region(Region.US_EAST_1)
        .credentialsProvider(AnonymousCredentialsProvider.create())
        .build();
cases.getCaseAuditEventsPaginator(request -> request.domainId(${quoted(domainId)}).caseId(${quoted(caseId)}))
        .stream()
        .flatMap(page -> page.auditEvents().stream())
        .forEach(event -> System.out.println(event.performedTime() + " " + event.typeAsString()));`,
  Python: (origin, domainId, caseId) =>
    `import boto3

cases = boto3.client("connectcases", endpoint_url="${origin}", region_name="us-east-1",
                     aws_access_key_id="mock", aws_secret_access_key="mock")
request = {"domainId": ${quoted(domainId)}, "caseId": ${quoted(caseId)}}
while True:
    page = cases.get_case_audit_events(**request)
    for event in page["auditEvents"]:
        print(event["performedTime"], event["type"])
    if not page.get("nextToken"):
        break
    request["nextToken"] = page["nextToken"]`,
  JavaScript: (origin, domainId, caseId) =>
    `import { ConnectCasesClient, paginateGetCaseAuditEvents } from "@aws-sdk/client-connectcases";

const client = new ConnectCasesClient({ endpoint: "${origin}", region: "us-east-1",
  credentials: { accessKeyId: "mock", secretAccessKey: "mock" } });
const request = { domainId: ${quoted(domainId)}, caseId: ${quoted(caseId)} };
for await (const page of paginateGetCaseAuditEvents({ client }, request)) {
  for (const event of page.auditEvents) console.log(event.performedTime, event.type);
}`,
  Go: (origin, domainId, caseId) =>
    `client := connectcases.New(connectcases.Options{
	BaseEndpoint: aws.String("${origin}"),
	Region:       "us-east-1",
	Credentials:  credentials.NewStaticCredentialsProvider("mock", "mock", ""),
})
pages := connectcases.NewGetCaseAuditEventsPaginator(client, &connectcases.GetCaseAuditEventsInput{
	DomainId: aws.String(${quoted(domainId)}),
	CaseId:   aws.String(${quoted(caseId)}),
})
for pages.HasMorePages() {
	page, err := pages.NextPage(ctx)
	if err != nil {
		return err
	}
	for _, event := range page.AuditEvents {
		fmt.Println(*event.PerformedTime, event.Type)
	}
}`,
};

/** The five lines that point a client at this mock. */
export const environment = origin => `export AWS_ENDPOINT_URL_CONNECTCASES=${origin}
export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1
export AWS_ACCESS_KEY_ID=mock
export AWS_SECRET_ACCESS_KEY=mock
aws connectcases get-case-audit-events --domain-id contact-center --case-id case-two-pages`;
