package dev.casesaudit.server.error;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.Response;

/** Writes errors in the form of restJson1, for each layer that may respond. */
public final class ErrorAnswers {

    private ErrorAnswers() {}

    /** For JAX-RS resources and providers. */
    public static Response response(ServiceError error) {
        Response.ResponseBuilder response = Response.status(error.status()).entity(error);
        error.headers().forEach(response::header);
        return response.build();
    }

    /** For handlers of Vert.x, before or beside JAX-RS. */
    public static void send(ServiceError error, HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
            return;
        }
        begin(error, response).end(Buffer.buffer(error.json()));
    }

    /** Sets the status and the headers of a response, which the caller ends with the body. */
    public static HttpServerResponse begin(ServiceError error, HttpServerResponse response) {
        response.setStatusCode(error.status());
        response.headers().addAll(error.headers());
        return response;
    }

    /** For requests that are not valid HTTP. */
    public static FullHttpResponse netty(ServiceError error) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(error.status()), Unpooled.wrappedBuffer(error.json()));
        error.headers().forEach(response.headers()::set);
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, error.json().length);
        return response;
    }
}
