package dev.casesaudit.conformance.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.apache.http.HttpHost;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.HttpVersion;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.ContentLengthStrategy;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.entity.EntityDeserializer;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.message.BasicStatusLine;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/**
 * The connections of REST Assured's client. They are opened and read like those of the socket transport. By default,
 * the client skips bytes that are not HTTP, accepts one of several lengths, and reads headers without a limit.
 */
@SuppressWarnings("deprecation") // REST Assured 5 takes only clients of this kind.
final class Connections extends PoolingClientConnectionManager {

    interface Opening {
        Socket open() throws IOException;
    }

    /** Reads the part before the body. */
    interface Heads {
        ResponseReader.Head read(InputStream in) throws IOException;
    }

    private final Opening opening;
    private final Heads heads;

    Connections(Opening opening, Heads heads) {
        this.opening = opening;
        this.heads = heads;
    }

    @Override
    protected ClientConnectionOperator createConnectionOperator(SchemeRegistry registry) {
        return new DefaultClientConnectionOperator(registry) {
            @Override
            public OperatedClientConnection createConnection() {
                return new Connection();
            }

            @Override
            public void openConnection(
                    OperatedClientConnection connection,
                    HttpHost target,
                    InetAddress local,
                    HttpContext context,
                    HttpParams params)
                    throws IOException {
                Socket socket = opening.open();
                connection.opening(socket, target);
                prepareSocket(socket, context, params);
                connection.openCompleted(false, params);
            }
        };
    }

    private final class Connection extends DefaultClientConnection {

        // The reader of the head also determines the end of the body.
        @Override
        protected EntityDeserializer createEntityDeserializer() {
            return new EntityDeserializer(message -> ContentLengthStrategy.IDENTITY);
        }

        @Override
        protected HttpMessageParser<HttpResponse> createResponseParser(
                SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
            return () -> {
                ResponseReader.Head head = heads.read(stream(buffer));
                StatusLine line = head.line();
                HttpVersion version = line.version().equals("1.0") ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
                HttpResponse response =
                        factory.newHttpResponse(new BasicStatusLine(version, line.status(), line.reason()), null);
                head.headers().forEach(header -> response.addHeader(header.name(), header.value()));
                return response;
            };
        }
    }

    private static InputStream stream(SessionInputBuffer buffer) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return buffer.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return buffer.read(bytes, from, length);
            }
        };
    }
}
