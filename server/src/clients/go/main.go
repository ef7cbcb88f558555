// Reads histories through the generated client, and prints each event as that writes it: ENDPOINT DOMAIN CASE...
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	openapi "github.com/GIT_USER_ID/GIT_REPO_ID"
)

func main() {
	configuration := openapi.NewConfiguration()
	configuration.Servers = openapi.ServerConfigurations{{URL: os.Args[1]}}
	api := openapi.NewAPIClient(configuration).CaseAuditAPI
	out := json.NewEncoder(os.Stdout)
	for _, caseId := range os.Args[3:] {
		request := openapi.NewGetCaseAuditEventsRequest()
		request.SetNextTokenNil()
		for {
			page, _, err := api.GetCaseAuditEvents(context.Background(), os.Args[2], caseId).
				GetCaseAuditEventsRequest(*request).
				Execute()
			if err != nil {
				log.Fatal(err)
			}
			for _, event := range page.AuditEvents {
				if err := out.Encode(event); err != nil {
					log.Fatal(err)
				}
			}
			if page.NextToken.Get() == nil {
				break
			}
			request.SetNextToken(*page.NextToken.Get())
		}
	}
}
