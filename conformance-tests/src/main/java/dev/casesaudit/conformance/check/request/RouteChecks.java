package dev.casesaudit.conformance.check.request;

import dev.casesaudit.conformance.check.Check;
import java.util.List;

/** Query, trailing slash and headers. */
public final class RouteChecks extends RequestTable {

    @Override
    public List<Check> checks() {
        return List.of(
                served("request-route-trailing-slash", history -> history.target(history.target() + "/")),
                served(
                        "request-route-query",
                        history -> history.target(history.target() + "?maxResults=0&nextToken=x")),
                served(
                        "request-sdk-headers",
                        history -> history.json("{}")
                                .header("amz-sdk-invocation-id", "5f0c9f5e-6c1b-4d6e-8d0e-0d3c1f6a7b21")
                                .header("amz-sdk-request", "attempt=1; max=3")
                                .header("user-agent", "aws-sdk-java/2.0.0 md/io#sync md/http#Apache")
                                .header("x-amz-user-agent", "aws-sdk-js/3.0.0 ua/2.1 os/linux lang/js")));
    }
}
