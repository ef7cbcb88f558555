package dev.casesaudit.journey.sdk;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Records the response to each attempt of a client. */
final class ResponseRecorder implements ExecutionInterceptor {

    private final List<SdkHttpResponse> responses = new CopyOnWriteArrayList<>();

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        responses.add(context.httpResponse());
    }

    /** The request ids of all attempts, in their order. */
    List<String> requestIds() {
        return responses.stream()
                .map(response -> response.firstMatchingHeader("x-amzn-requestid")
                        .orElseThrow(() -> new AssertionError("expected a request id, got none")))
                .toList();
    }
}
