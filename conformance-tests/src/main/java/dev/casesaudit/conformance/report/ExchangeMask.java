package dev.casesaudit.conformance.report;

import dev.casesaudit.conformance.http.Content;
import dev.casesaudit.conformance.http.Exchange;
import dev.casesaudit.conformance.http.Header;
import dev.casesaudit.conformance.http.Reply;
import dev.casesaudit.conformance.http.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Masks exchanges and sentences about them. It knows the secrets of all exchanges of a run. */
final class ExchangeMask {

    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "x-amz-security-token", "cookie", "set-cookie", "x-api-key");

    // The access key is masked. Date, region and service stay.
    private static final Pattern SIGNATURE = Pattern.compile(
            "(AWS4-HMAC-SHA256 Credential=)([^/\\s]+)(/[\\w/-]+, ?SignedHeaders=[\\w;-]+, ?Signature=)\\w+");

    private static final Pattern SCHEME = Pattern.compile("(AWS4-HMAC-SHA256|Basic|Bearer)\\s.*", Pattern.DOTALL);

    private final SensitiveValueMask sensitive;
    private final SecretMask secrets;

    // Many exchanges share a body.
    private final Map<Content, Content> bodies = new HashMap<>();

    ExchangeMask(Collection<String> sensitiveMembers, Collection<String> credentials, List<Exchange> exchanges) {
        this.sensitive = new SensitiveValueMask(sensitiveMembers);
        List<String> known = new ArrayList<>(credentials);
        List<String> values = new ArrayList<>();
        exchanges.forEach(exchange -> note(exchange, known, values));
        exchanges.stream()
                .flatMap(ExchangeMask::bodiesOf)
                .distinct()
                .forEach(body -> values.addAll(sensitive.in(body.text())));
        this.secrets = new SecretMask(known, values);
    }

    String sentence(String sentence) {
        return secrets.masked(sensitive.maskedSentence(sentence));
    }

    Exchange masked(Exchange exchange) {
        return new Exchange(exchange.number(), masked(exchange.request()), masked(exchange.reply()));
    }

    private Request masked(Request request) {
        return new Request(
                request.method(),
                body(request.target()),
                masked(request.headers()),
                masked(request.body()),
                request.retried(),
                request.identity(),
                request.raw());
    }

    private Reply masked(Reply reply) {
        if (reply instanceof Reply.Response response) {
            return new Reply.Response(
                    response.status(), masked(response.headers()), masked(response.body()), response.took());
        }
        Reply.Silence silence = (Reply.Silence) reply;
        return new Reply.Silence(sentence(silence.reason()), masked(silence.received()));
    }

    private List<Header> masked(List<Header> headers) {
        List<String> values = secrets.masked(headers.stream()
                .map(header -> isSecret(header) ? hidden(header.value()) : header.value())
                .toList());
        List<Header> masked = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Header header = headers.get(i);
            String value = isSecret(header) ? values.get(i) : body(values.get(i));
            masked.add(new Header(secrets.masked(header.name()), value));
        }
        return masked;
    }

    private Content masked(Content content) {
        return bodies.computeIfAbsent(content, this::maskedBody);
    }

    private Content maskedBody(Content content) {
        String text = content.text();
        String masked = body(text);
        // Bytes that are not UTF-8 stay as they are.
        return masked.equals(text) ? content : Content.of(masked);
    }

    private String body(String text) {
        return secrets.masked(sensitive.maskedBody(text));
    }

    private static String hidden(String value) {
        Matcher signature = SIGNATURE.matcher(value);
        if (signature.matches()) {
            return signature.group(1) + SecretMask.MASK + signature.group(3) + SecretMask.MASK;
        }
        Matcher scheme = SCHEME.matcher(value);
        return scheme.matches() ? scheme.group(1) + " " + SecretMask.MASK : SecretMask.MASK;
    }

    private static boolean isSecret(Header header) {
        return SECRET_HEADERS.contains(header.name().strip().toLowerCase(Locale.ROOT));
    }

    private static Stream<Content> bodiesOf(Exchange exchange) {
        Content sent = exchange.request().body();
        return exchange.reply() instanceof Reply.Response response ? Stream.of(sent, response.body()) : Stream.of(sent);
    }

    // A secret of a header can be in a message too, and a sensitive value in another member.
    private static void note(Exchange exchange, List<String> credentials, List<String> values) {
        exchange.request().headers().stream()
                .filter(ExchangeMask::isSecret)
                .map(Header::value)
                .forEach(value -> {
                    Matcher signature = SIGNATURE.matcher(value);
                    credentials.add(signature.matches() ? signature.group(2) : value);
                });
        if (exchange.reply() instanceof Reply.Response response) {
            response.headers().stream()
                    .filter(ExchangeMask::isSecret)
                    .map(Header::value)
                    .forEach(values::add);
        }
    }
}
