"""Reads histories through the generated client, and prints each event as that writes it: ENDPOINT DOMAIN CASE..."""

import sys

from openapi_client import ApiClient, CaseAuditApi, Configuration, GetCaseAuditEventsRequest


def main(endpoint, domain_id, *case_ids):
    api = CaseAuditApi(ApiClient(Configuration(host=endpoint)))
    for case_id in case_ids:
        request = GetCaseAuditEventsRequest(next_token=None)
        while True:
            page = api.get_case_audit_events(domain_id, case_id, request)
            for event in page.audit_events:
                print("null" if event is None else event.to_json())
            if page.next_token is None:
                break
            request.next_token = page.next_token


main(*sys.argv[1:])
