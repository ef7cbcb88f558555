package dev.casesaudit.conformance.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.http.HttpException;
import org.apache.http.HttpHost;
import org.apache.http.HttpMessage;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.HttpVersion;
import org.apache.http.ProtocolException;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.ContentLengthStrategy;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.impl.entity.EntityDeserializer;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.message.BasicStatusLine;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;

/**
 * The connections of REST Assured's client: opened as those of the socket lane are, and as exact as that about what begins an answer
 * and where its body ends. By itself the client skips what is not HTTP, and takes one of several lengths.
 */
@SuppressWarnings("deprecation") // REST Assured 5 takes only clients of this kind.
final class Connections extends PoolingClientConnectionManager {

    /** Opens a connection. */
    interface Opening {
        Socket open() throws IOException;
    }

    private final Opening opening;
    private final Consumer<StatusLine> begun;

    Connections(Opening opening, Consumer<StatusLine> begun) {
        this.opening = opening;
        this.begun = begun;
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

        @Override
        protected EntityDeserializer createEntityDeserializer() {
            return new EntityDeserializer(Connection::length);
        }

        private static long length(HttpMessage message) throws HttpException {
            List<Header> headers = Arrays.stream(message.getAllHeaders())
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
            try {
                BodyLength length = BodyLength.of(headers);
                if (length instanceof BodyLength.Exactly exactly) {
                    return exactly.bytes();
                }
                return length instanceof BodyLength.Chunked
                        ? ContentLengthStrategy.CHUNKED
                        : ContentLengthStrategy.IDENTITY;
            } catch (BrokenAnswer e) {
                throw new ProtocolException(e.getMessage(), e);
            }
        }

        @Override
        protected HttpMessageParser<HttpResponse> createResponseParser(
                SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
            return new DefaultHttpResponseParser(buffer, null, factory, params) {
                @Override
                public HttpResponse parse() throws IOException, HttpException {
                    HttpResponse head = super.parse();
                    if (isEof()) {
                        throw new EOFException("the connection was closed within its headers");
                    }
                    return head;
                }

                @Override
                protected HttpResponse parseHead(SessionInputBuffer in) throws IOException {
                    StatusLine line = new AnswerReader(stream(in)).statusLine();
                    begun.accept(line);
                    HttpVersion version = line.version().equals("1.0") ? HttpVersion.HTTP_1_0 : HttpVersion.HTTP_1_1;
                    return factory.newHttpResponse(new BasicStatusLine(version, line.status(), line.reason()), null);
                }
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
