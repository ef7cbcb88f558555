package dev.casesaudit.conformance.observation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.casesaudit.conformance.stub.Service;
import dev.casesaudit.conformance.stub.StubError;
import dev.casesaudit.conformance.stub.StubReply;
import dev.casesaudit.conformance.stub.StubRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Unusual, legal responses. */
class UnusualService extends Service {

    @Override
    protected ObjectNode page(ObjectNode page) {
        page.path("auditEvents").forEach(event -> ((ObjectNode) event).putNull("relatedItemType"));
        return page;
    }

    @Override
    protected StubReply error(StubRequest request, StubError error) {
        ObjectNode body =
                error.body().put("__type", "com.example.cases#%s:http://example.com/".formatted(error.name()));
        body.remove("resourceType");
        if (error.name().equals("ValidationException")
                && !body.path("message").asText().contains("caseId and maxResults")) {
            body.put("message", "The request is wrong");
        }
        StubReply reply = StubReply.json(error.status(), body);
        return error.status() == 429 ? reply.header("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT") : reply;
    }

    @Override
    protected StubReply finish(StubRequest request, StubReply reply) {
        reply.chunked()
                .header("connection", "close")
                .header("content-type", "application/json; charset=utf-8")
                .header("x-amzn-requestid", "request-1");
        return request.header("accept-encoding").orElse("").contains("gzip")
                ? reply.body(compressed(reply.body())).header("content-encoding", "gzip")
                : reply;
    }

    private static byte[] compressed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
