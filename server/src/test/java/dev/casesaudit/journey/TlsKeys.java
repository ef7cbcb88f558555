package dev.casesaudit.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for the mocks of tests, and clients that trust it. */
public final class TlsKeys {

    private static final String PASSWORD = "changeit";

    // Test JVMs run in parallel, each with a key of its own.
    private static final Path STORE =
            Path.of("target", "tls", Long.toString(ProcessHandle.current().pid()), "mock.p12");

    private static final SSLContext CONTEXT = create();

    private TlsKeys() {}

    /** Returns the options to serve TLS on a free port. */
    public static List<String> options() {
        return List.of(
                "-Dquarkus.http.ssl-port=0",
                "-Dquarkus.http.ssl.certificate.key-store-file=" + STORE.toAbsolutePath(),
                "-Dquarkus.http.ssl.certificate.key-store-password=" + PASSWORD);
    }

    /** Returns the same options for Quarkus's TLS registry, with SNI. */
    public static List<String> registered() {
        return List.of(
                "-Dquarkus.http.ssl-port=0",
                "-Dquarkus.http.ssl.sni=true",
                "-Dquarkus.tls.key-store.p12.path=" + STORE.toAbsolutePath(),
                "-Dquarkus.tls.key-store.p12.password=" + PASSWORD);
    }

    static SSLSocket handshake(Socket connected, URI endpoint) throws IOException {
        SSLSocket socket = socket(connected, endpoint);
        socket.startHandshake();
        return socket;
    }

    /** Connects to an endpoint, and leaves the handshake to the caller. */
    public static SSLSocket connect(URI endpoint) throws IOException {
        return socket(new Socket(endpoint.getHost(), endpoint.getPort()), endpoint);
    }

    private static SSLSocket socket(Socket connected, URI endpoint) throws IOException {
        return (SSLSocket)
                CONTEXT.getSocketFactory().createSocket(connected, endpoint.getHost(), endpoint.getPort(), true);
    }

    /** Returns the certificate as a PEM file. */
    public static Path certificate() {
        return STORE.resolveSibling("mock.pem").toAbsolutePath();
    }

    private static SSLContext create() {
        try {
            Files.createDirectories(STORE.getParent());
            Files.deleteIfExists(STORE);
            generate();
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(STORE)) {
                store.load(in, PASSWORD.toCharArray());
            }
            Files.writeString(
                    certificate(),
                    "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                            .formatted(Base64.getMimeEncoder()
                                    .encodeToString(store.getCertificate("mock").getEncoded())));
            return trusting(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void generate() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-alias",
                        "mock",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        STORE.toString())
                .inheritIO()
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    private static SSLContext trusting(KeyStore store) throws GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trusted.setCertificateEntry("mock", store.getCertificate("mock"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
