package dev.casesaudit.conformance.http;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** A failed TLS handshake. */
final class TlsFailure extends IOException {

    private static final long serialVersionUID = 1;

    // The prefix of causes in messages of the JVM.
    private static final Pattern CLASS_NAME = Pattern.compile("\\b(?:\\w+\\.)+\\w+Exception: ");

    TlsFailure(Authority to, SSLException problem) {
        super(message(to, problem), problem);
    }

    private static String message(Authority to, SSLException problem) {
        String message =
                CLASS_NAME.matcher(String.valueOf(problem.getMessage())).replaceAll("");
        if (caused(problem, CertPathBuilderException.class)) {
            return String.format(
                    Locale.ROOT,
                    "the certificate of %s is not trusted (%s): let AWS_CA_BUNDLE or SSL_CERT_FILE name a PEM file with it "
                            + "or its issuer's, or -Djavax.net.ssl.trustStore a key store",
                    to,
                    message);
        }
        if (caused(problem, CertificateException.class)) {
            return String.format(Locale.ROOT, "the certificate of %s does not fit: %s", to, message);
        }
        if (message.contains("SSL message")) {
            return String.format(
                    Locale.ROOT,
                    "%s does not answer with TLS (%s); the URL of the endpoint may have to begin with http:",
                    to,
                    message);
        }
        return String.format(Locale.ROOT, "no TLS connection to %s: %s", to, message);
    }

    private static boolean caused(Throwable problem, Class<? extends Throwable> by) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (by.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
