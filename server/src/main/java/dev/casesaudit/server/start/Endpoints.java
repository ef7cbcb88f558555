package dev.casesaudit.server.start;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The addresses by which clients call the mock; at least one. */
record Endpoints(Optional<URI> plain, Optional<URI> secure) {

    /**
     * @param host as the server was told to listen on
     * @param port the one without TLS; 0 or less for none
     * @param securePort the one with TLS; 0 or less for none
     */
    static Endpoints of(String host, int port, int securePort) throws URISyntaxException {
        return new Endpoints(
                port > 0 ? Optional.of(uri("http", host, port)) : Optional.empty(),
                securePort > 0 ? Optional.of(uri("https", host, securePort)) : Optional.empty());
    }

    URI preferred() {
        return plain.or(() -> secure).orElseThrow();
    }

    // Fails if it is no address and no name of a host.
    static URI uri(String scheme, String host, int port) throws URISyntaxException {
        boolean isEveryAddress = host.isBlank() || host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
        URI uri = new URI(scheme, null, isEveryAddress ? "localhost" : host, port, null, null, null)
                .parseServerAuthority();
        if (uri.getPort() != port) {
            throw new URISyntaxException(host, "not only a host");
        }
        return uri;
    }
}
