package dev.casesaudit.journey.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.casesaudit.journey.PackagedMock;
import dev.casesaudit.journey.RawConnection;
import dev.casesaudit.journey.RawConnection.Response;
import dev.casesaudit.journey.reliability.ForgedTokens.Forged;
import dev.casesaudit.journey.reliability.ForgedTokens.Issued;
import dev.casesaudit.journey.reliability.Message.Header;
import dev.casesaudit.server.audit.AuditHistory;
import dev.casesaudit.server.audit.CaseKey;
import dev.casesaudit.server.page.CursorCodec;
import dev.casesaudit.server.page.TokenKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that were edited, cut, spliced or issued for another case are refused. */
class ForgedTokensIT {

    private static final int TOKENS = Integer.getInteger("fuzz.requests", Effort.of(2_000, 1_000_000));

    // Pipelined forgeries; a real token follows each batch, to prove that tokens are accepted at all.
    private static final int BATCH = 20;

    private static final List<String> STYLES = List.of(
            "",
            "short-pages",
            "long-tokens",
            "tokens-expire(1h)",
            "tokens-once",
            "empty-pages, long-tokens",
            "illegal-endless");
    private static final List<String> PATHS = List.of(
            path("contact-center", "case-two-pages"),
            path("back-office", "case-two-pages"),
            path("contact-center", "case-long"));

    private static PackagedMock mock;

    @BeforeAll
    static void start() {
        mock = PackagedMock.start(
                "-XX:TieredStopAtLevel=" + Effort.of(1, 4),
                "-Xmx256m",
                "-Dcases.token.key=the key of this process, the same in each run");
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @Test
    void areRefused() throws IOException {
        try (RawConnection connection = new RawConnection(mock.endpoint())) {
            List<Issued> issued = issued(connection);
            List<Issued> genuine = issued.stream()
                    .filter(one -> one.valid().contains(one.token()))
                    .toList();
            ForgedTokens forgeries = new ForgedTokens(Effort.seed(), issued);
            long started = System.nanoTime();
            for (int number = 0; number < TOKENS; number += BATCH) {
                List<Forged> batch = new ArrayList<>();
                for (int i = number; i < Math.min(TOKENS, number + BATCH); i++) {
                    batch.add(forgeries.number(i));
                }
                refuseAll(connection, batch);
                accept(connection, genuine.get(number / BATCH % genuine.size()));
            }
            Figures.of("tokens")
                    .put("tokens", TOKENS)
                    .put("real", issued.size())
                    .put("tokensPerSecond", Math.round(TOKENS / ((System.nanoTime() - started) / 1e9)))
                    .write();
        }
    }

    private static void refuseAll(RawConnection connection, List<Forged> batch) throws IOException {
        StringBuilder bytes = new StringBuilder();
        batch.forEach(forged -> bytes.append(forged.message().bytes()));
        connection.send(bytes.toString());
        for (Forged forged : batch) {
            Response answer = connection.read();
            if (answer.status() != 400 || !answer.header("x-amzn-errortype").contains("ValidationException")) {
                assertThat(answer.toString())
                        .as(forged.toString())
                        .startsWith("400")
                        .contains("ValidationException");
            }
        }
    }

    private static void accept(RawConnection connection, Issued real) throws IOException {
        connection.send(new Forged(-1, real, real.token()).message().bytes());

        assertThat(connection.read().status()).as(real.toString()).isEqualTo(200);
    }

    // Tokens of each case in each style, and one of another process, which is invalid here.
    private static List<Issued> issued(RawConnection connection) throws IOException {
        List<Issued> issued = new ArrayList<>();
        for (String path : PATHS) {
            Set<String> valid = new HashSet<>();
            for (String style : STYLES) {
                List<Header> headers = new ArrayList<>();
                if (!style.isEmpty()) {
                    headers.add(new Header("x-mock-pages", style));
                    headers.add(new Header("amz-sdk-invocation-id", "the same call"));
                }
                String token = firstToken(connection, path, headers);
                valid.add(token);
                issued.add(new Issued(path, headers, token, valid));
            }
        }
        CursorCodec elsewhere = new CursorCodec(TokenKey.of("the key of another process, not of this one"));
        Issued here = issued.get(0);
        String foreign =
                elsewhere.encode(25, new CaseKey("contact-center", "case-two-pages"), AuditHistory.of(List.of()));
        issued.add(new Issued(here.path(), List.of(), foreign, here.valid()));
        return issued;
    }

    private static String firstToken(RawConnection connection, String path, List<Header> headers) throws IOException {
        Message message = Message.of("POST", path, "{\"maxResults\":2}");
        List<Header> all = new ArrayList<>(message.headers());
        all.addAll(headers);
        connection.send(message.withHeaders(all).bytes());
        Response answer = connection.read();
        String token =
                new ObjectMapper().readTree(answer.text()).path("nextToken").asText();
        assertThat(token).as(answer.toString()).isNotEmpty();
        return token;
    }

    private static String path(String domainId, String caseId) {
        return "/domains/%s/cases/%s/audit-history".formatted(domainId, caseId);
    }
}
