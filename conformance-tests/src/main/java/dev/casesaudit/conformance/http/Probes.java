package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.input.UnusableInput;
import java.net.URI;

/** Creates probes. */
public interface Probes {

    /** REST Assured, and sockets for requests that it would not send. */
    Probes REST_ASSURED =
            (endpoint, signer, limits) -> restAssured(connector(endpoint)).to(endpoint, signer, limits);

    /**
     * A socket for each request. It takes a fifth of the CPU time, and sends the same bytes except for {@code
     * connection: close}. Tests with hundreds of runs use it.
     */
    Probes SOCKETS = (endpoint, signer, limits) -> {
        Connector connector = connector(endpoint);
        return new Probe(new SocketTransport(connector, limits.response()), connector, signer, limits, Time.SYSTEM);
    };

    /** Returns probes that use REST Assured and a connector. */
    static Probes restAssured(Connector connector) {
        return (endpoint, signer, limits) -> new Probe(
                new RestAssuredTransport(connector, limits.response()), connector, signer, limits, Time.SYSTEM);
    }

    Probe to(URI endpoint, Signer signer, Limits limits);

    private static Connector connector(URI endpoint) {
        try {
            return Connector.to(endpoint, System.getenv());
        } catch (UnusableInput e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
