package dev.casesaudit.server.error;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The one form in which errors leave: restJson1's. */
public final class ErrorAnswers {

    /** Carries the error's name. */
    public static final String ERROR_TYPE = "x-amzn-errortype";

    private ErrorAnswers() {}

    /** For errors found by a JAX-RS resource or provider. */
    public static Response response(ServiceError error) {
        Response.ResponseBuilder response = Response.status(error.type().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(ERROR_TYPE, error.type().wireName())
                .entity(error.json());
        error.retryAfterSeconds().ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.build();
    }

    /** For errors found before or beside JAX-RS. */
    public static void send(ServiceError error, HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(error.type().status())
                .putHeader(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .putHeader(ERROR_TYPE, error.type().wireName());
        error.retryAfterSeconds()
                .ifPresent(seconds -> response.putHeader(HttpHeaderNames.RETRY_AFTER, String.valueOf(seconds)));
        response.end(Buffer.buffer(error.json()));
    }
}
