package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.input.UnusableInput;
import java.net.URI;

/** How probes are made. */
public interface Probes {

    /** By REST Assured, but for the requests that it would not send. */
    Probes REST_ASSURED =
            (endpoint, signer, limits) -> restAssured(connector(endpoint)).to(endpoint, signer, limits);

    /**
     * Every request through a socket of its own: a fifth of the work for this machine, and the same bytes on the wire but for
     * {@code connection: close}. For runs by the hundred.
     */
    Probes SOCKETS = (endpoint, signer, limits) -> {
        Connector connector = connector(endpoint);
        return new Probe(new SocketTransport(connector, limits.answer()), connector, signer, limits, Time.SYSTEM);
    };

    /** Returns probes by REST Assured to where a connector leads. */
    static Probes restAssured(Connector connector) {
        return (endpoint, signer, limits) ->
                new Probe(new RestAssuredTransport(connector, limits.answer()), connector, signer, limits, Time.SYSTEM);
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
