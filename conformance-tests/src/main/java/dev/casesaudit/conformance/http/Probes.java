package dev.casesaudit.conformance.http;

import java.net.URI;

/** How probes are made. */
public interface Probes {

    /** By REST Assured, but for the requests that it would not send. */
    Probes REST_ASSURED = (endpoint, signer, limits) ->
            new Probe(new RestAssuredLane(endpoint, limits.requestTimeout()), endpoint, signer, limits);

    /**
     * Every request through a socket of its own: a fifth of the work for this machine, and the same bytes on the wire but for
     * {@code connection: close}. For runs by the hundred.
     */
    Probes SOCKETS = (endpoint, signer, limits) ->
            new Probe(new SocketLane(endpoint, limits.requestTimeout()), endpoint, signer, limits);

    Probe to(URI endpoint, Signer signer, Limits limits);
}
