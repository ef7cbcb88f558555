package dev.casesaudit.conformance.http;

import dev.casesaudit.conformance.input.UnusableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The trusted certificates: those of the JVM, including {@code javax.net.ssl.trustStore}, and those of bundles. */
final class Trust {

    /** The variables of bundles. */
    static final List<String> VARIABLES = List.of("AWS_CA_BUNDLE", "SSL_CERT_FILE");

    private static final Pattern PEM = Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private Trust() {}

    /** Returns the factory for TLS connections, or empty for the default of the JVM. */
    static Optional<SSLSocketFactory> of(Map<String, String> environment) throws UnusableInput {
        List<Certificate> bundles = new ArrayList<>();
        for (String variable : VARIABLES) {
            String file = environment.getOrDefault(variable, "");
            if (!file.isBlank()) {
                bundles.addAll(bundle(variable, file));
            }
        }
        return bundles.isEmpty() ? Optional.empty() : Optional.of(with(bundles));
    }

    private static List<Certificate> bundle(String variable, String file) throws UnusableInput {
        List<Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            // Bundles also have comments, and sometimes keys.
            Matcher pem = PEM.matcher(Files.readString(Path.of(file), StandardCharsets.ISO_8859_1));
            while (pem.find()) {
                certificates.add(factory.generateCertificate(
                        new ByteArrayInputStream(pem.group().getBytes(StandardCharsets.ISO_8859_1))));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw unusable(variable, file, e.getClass().getSimpleName());
        }
        if (certificates.isEmpty()) {
            throw unusable(variable, file, "none in it");
        }
        return certificates;
    }

    private static UnusableInput unusable(String variable, String file, String problem) {
        return UnusableInput.of(
                "the variable " + variable,
                "a file of certificates in PEM form",
                String.format(Locale.ROOT, "'%s' (%s)", file, problem));
    }

    private static SSLSocketFactory with(List<Certificate> bundle) {
        try {
            List<Certificate> trusted = new ArrayList<>(bundle);
            for (TrustManager manager : managers(null)) {
                if (manager instanceof X509TrustManager jvm) {
                    trusted.addAll(List.of(jvm.getAcceptedIssuers()));
                }
            }
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : trusted) {
                store.setCertificateEntry(Integer.toString(store.size()), certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
