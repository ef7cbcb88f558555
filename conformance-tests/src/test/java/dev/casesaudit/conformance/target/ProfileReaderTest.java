package dev.casesaudit.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.casesaudit.conformance.input.UnusableInput;
import dev.casesaudit.conformance.target.TargetProfile.Signing;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    private static final String LEAST = """
            endpoint: https://fake.example/base/
            domain: support
            cases:
              some-events: a-case
            """;

    @TempDir
    private Path folder;

    @Test
    void hasTheSeededWorldOfTheMockBuiltIn() throws Exception {
        TargetProfile mock = read("mock");

        assertThat(mock.name()).isEqualTo("mock");
        assertThat(mock.endpoint()).hasToString("http://localhost:8080");
        assertThat(mock.signing()).isEqualTo(Signing.NONE);
        assertThat(mock.cases()).containsOnlyKeys(Role.values());
        assertThat(mock.find(Role.SECOND_DOMAIN)).contains(new CaseRef("back-office", "case-two-pages"));
        assertThat(mock.notOffered()).containsExactly("signatures");
        assertThat(mock.limits().rate()).isZero();
        assertThat(mock.limits().maxRequests()).isEqualTo(1000);
    }

    @Test
    void derivesTheEndpointOfTheRealServiceFromTheRegion() throws Exception {
        TargetProfile aws = new ProfileReader(Map.of("AWS_REGION", "eu-west-2", "AWS_DEFAULT_REGION", "us-west-2"))
                .read("aws", Map.of("domain", "d", "cases", Map.of("long", "c")));

        assertThat(aws.endpoint()).hasToString("https://cases.eu-west-2.amazonaws.com");
        assertThat(aws.region()).isEqualTo("eu-west-2");
        assertThat(aws.signing()).isEqualTo(Signing.SIGV4);
        assertThat(aws.aheadOfContract()).isTrue();
        assertThat(aws.limits().rate()).isEqualTo(5);
        assertThat(aws.notOffered()).containsExactlyInAnyOrder("denied", "throttled", "internal-error");
    }

    @Test
    void listsAllThatTheRealServiceNeeds() {
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read("aws"))
                .withMessage("""
                the target profile 'aws' cannot be used, for 3 reasons:
                  profile aws: /domain: expected the id of a domain, there or as --domain, got nothing
                  profile aws: /region: expected a region, there, as --region or in the variable AWS_REGION, got nothing
                  profile aws: /cases: expected a case that can be read, there or as --case some-events=ID \
                (any case of three events will do), got none""");
    }

    @Test
    void readsTheLeastAProfileNeeds() throws Exception {
        String file = file(LEAST);
        TargetProfile profile = read(file);

        // The argument as it was typed, since reports repeat the command.
        assertThat(profile.name()).isEqualTo(file);
        assertThat(profile.endpoint()).isEqualTo(URI.create("https://fake.example/base"));
        assertThat(profile.cases()).containsOnly(Map.entry(Role.SOME_EVENTS, new CaseRef("support", "a-case")));
        assertThat(profile.region()).isEqualTo("us-east-1");
        assertThat(profile.limits().requestTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(profile.limits().runTimeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void reportsEveryProblemOfAFileAtOnce() throws Exception {
        String file = file("""
                endpont: http://localhost
                endpoint: ftp://localhost
                signing: SIGV4
                ahead-of-contract: "yes"
                domain: 12
                cases:
                  some-events: ["x"]
                  second-domain: y
                not-offered: [long, nothing-at-all]
                second-domain: {domain: other}
                rate: -1
                max-requests: 0.5
                request-timeout: 10
                time-limit: 25h
                """);

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .satisfies(problem -> assertThat(String.valueOf(problem.getMessage())
                                .replace(file, "FILE")
                                .lines())
                        .containsExactlyInAnyOrder(
                                "the target profile 'FILE' cannot be used, for 13 reasons:",
                                "  FILE: /endpont: expected one of the members base, endpoint, region, signing, "
                                        + "ahead-of-contract, real-service, domain, cases, second-domain, not-offered, rate, max-requests, "
                                        + "request-timeout, time-limit, limits, writes, got 'endpont'",
                                "  FILE: /endpoint: expected an absolute http or https URL without user, query and fragment, "
                                        + "got 'ftp://localhost'",
                                "  FILE: /signing: expected one of none, sigv4, got 'SIGV4'",
                                "  FILE: /ahead-of-contract: expected true or false, got 'yes'",
                                "  FILE: /domain: expected the id of a domain in quotes, got 12",
                                "  FILE: /cases/some-events: expected the id of a case, got a list of 1 item",
                                "  FILE: /cases/second-domain: expected one of the roles empty, one-event, some-events, "
                                        + "full-page, two-pages, long, every-shape, denied, throttled, internal-error, "
                                        + "got 'second-domain'",
                                "  FILE: /not-offered/1: expected one of empty, one-event, some-events, full-page, two-pages, "
                                        + "long, every-shape, second-domain, denied, throttled, internal-error, signatures, "
                                        + "got 'nothing-at-all'",
                                "  FILE: /second-domain/case: expected the id of a case, got nothing",
                                "  FILE: /rate: expected a number from 0 to 10000, got -1",
                                "  FILE: /max-requests: expected a whole number from 1 to 1000000, got 0.5",
                                "  FILE: /request-timeout: expected a duration from 1ms to 24h, such as 500ms, 10s or 5m, got 10",
                                "  FILE: /time-limit: expected a duration from 1ms to 24h, such as 500ms, 10s or 5m, "
                                        + "got '25h'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "/a/path",
                "http://",
                "http://host?",
                "http://host#",
                "http://host:0",
                "http://host:65536",
                "http://my_mock:0",
                "http://my_mock:65536",
                "http://my_mock:99999999999",
                "http://my_mock:port",
                "http://my mock",
                "http://[::1",
                "http://::1:8080",
                "https://a b",
                "file:///etc"
            })
    void refusesAMalformedEndpoint(String endpoint) {
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> new ProfileReader(Map.of()).read("mock", Map.of("endpoint", endpoint)))
                .withMessage(
                        "--endpoint: expected an absolute http or https URL without user, query and fragment, "
                                + "got '%s'",
                        endpoint);
    }

    @Test
    void refusesAnUnknownOrWrongLimit() {
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() ->
                        new ProfileReader(Map.of()).read("mock", Map.of("limits", Map.of("bodies", 1, "line", 0))))
                .withMessageContaining("--limit bodies: expected one of the members head, line, headers, body, ratio, ")
                .withMessageContaining("--limit line: expected a whole number from 1 to 1000000000, got 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hunter2@host",
                "http://user:hunter2@my_mock:8080/base",
                "http://user:hunter2/3@host",
                "http://us'er:hunter2@host",
                "http://host?password=hunter2",
                "http://host/#hunter2",
                "http://user:@hunter2@host",
                "http://user:my hunter2@host",
                "http://hunter2@host",
                "user:hunter2@host"
            })
    void refusesAUserAndDoesNotRepeatThePassword(String endpoint) {
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> new ProfileReader(Map.of()).read("mock", Map.of("endpoint", endpoint)))
                .withMessageContaining("URL without user")
                .withMessageContaining("***")
                .withMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/, http://localhost:8080",
        "http://my_mock:8080, http://my_mock:8080",
        "http://my_mock/base/, http://my_mock/base",
        "http://my-mock_2.some_net:8080, http://my-mock_2.some_net:8080",
        "http://localhost:, http://localhost",
        "HTTP://LOCALHOST:8080, http://LOCALHOST:8080",
        "http://b\u00fccher.example:8080, http://xn--bcher-kva.example:8080",
        "HTTPS://Host/a/b//, https://Host/a/b",
        "http://[::1]:99, http://[::1]:99"
    })
    void dropsTheSlashAtTheEndOfAnEndpoint(String given, String expected) throws Exception {
        assertThat(new ProfileReader(Map.of())
                        .read("mock", Map.of("endpoint", given))
                        .endpoint())
                .hasToString(expected);
    }

    @Test
    void overridesItsBaseProfile() throws Exception {
        TargetProfile profile = read(file("""
                base: mock
                endpoint: http://localhost:9999
                cases: {long: another}
                not-offered: [denied, second-domain]
                """));

        assertThat(profile.find(Role.LONG)).contains(new CaseRef("contact-center", "another"));
        assertThat(profile.find(Role.EMPTY)).contains(new CaseRef("contact-center", "case-empty"));
        assertThat(profile.find(Role.DENIED)).isEmpty();
        assertThat(profile.find(Role.SECOND_DOMAIN)).isEmpty();
        assertThat(profile.notOffered()).containsExactlyInAnyOrder("signatures", "denied", "second-domain");
    }

    @Test
    void dropsTheCasesOfADomainThatIsReplaced() throws Exception {
        TargetProfile profile = new ProfileReader(Map.of())
                .read("mock", Map.of("domain", "other", "cases", Map.of("some-events", "c")));

        assertThat(profile.cases()).containsOnly(Map.entry(Role.SOME_EVENTS, new CaseRef("other", "c")));
    }

    @Test
    void offersARoleAgainIfItHasACase() throws Exception {
        TargetProfile profile = new ProfileReader(Map.of("AWS_REGION", "eu-west-1"))
                .read("aws", Map.of("domain", "d", "cases", Map.of("some-events", "c", "denied", "no")));

        assertThat(profile.notOffered()).containsExactlyInAnyOrder("throttled", "internal-error");
    }

    @Test
    void refusesACaseForARoleThatIsNotOffered() throws Exception {
        String file = file(LEAST + "not-offered: [some-events]\n");

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining("/not-offered/0: expected only roles without a case, got 'some-events'");
    }

    @Test
    void refusesASecondDomainThatIsTheFirst() throws Exception {
        String file = file(LEAST + "second-domain: {domain: support, case: c}\n");

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .withMessage(
                        file + ": /second-domain/domain: expected another domain than that of the cases, got the same");
    }

    @Test
    void takesARegionFromTheFileRatherThanFromTheEnvironment() throws Exception {
        String file = file("base: aws\nregion: eu-central-1\ndomain: d\ncases: {long: c}\n");

        TargetProfile profile = new ProfileReader(Map.of("AWS_REGION", "us-west-2")).read(file, Map.of());

        assertThat(profile.endpoint()).hasToString("https://cases.eu-central-1.amazonaws.com");
    }

    @Test
    void namesTheVariableOfAMalformedRegion() {
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> new ProfileReader(Map.of("AWS_REGION", "us east 1")).read("mock", Map.of()))
                .withMessage("AWS_REGION: expected a region, such as us-east-1, got 'us east 1'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "domain: a\\ndomain: b | : line 2, column 1: expected YAML, got the key 'domain' a second time",
                "domain: [a         | expected YAML, got something else: ",
                "- domain           | : expected an object, got a list of 1 item",
                "''                 | : expected an object, got nothing"
            })
    void refusesAFileThatIsNoProfile(String content, String problem) throws Exception {
        String file = file(content.replace("\\n", "\n"));

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(problem)
                .withMessageContaining(file);
    }

    @Test
    void saysThatAFileIsNotThere() {
        String file = folder.resolve("nowhere.yaml").toString();

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .withMessage(file + ": expected mock, aws or a file, got nothing of that name");
    }

    @Test
    void readsTheTemplateOnceItIsFilledIn() throws Exception {
        String file = file(
                ProfileTemplate.text().replace("\"<domain id>\"", "support").replace("\"<case id>\"", "\"4711\""));

        TargetProfile profile = read(file);

        assertThat(profile.cases()).containsOnlyKeys(Role.SOME_EVENTS);
        assertThat(profile.notOffered())
                .hasSize(Role.values().length)
                .contains("signatures")
                .doesNotContain("some-events");
    }

    @Test
    void readsTheTemplateWithEveryLineTakenIn() throws Exception {
        String file = file(ProfileTemplate.text()
                .replaceAll("(?m)^( *)# ((?: *)[a-z-]+:(?: .*)?)$", "$1$2")
                .replaceAll("(?m)^  - (?!signatures).*\n", "")
                .replaceFirst("\"<domain id>\"", "support")
                .replaceFirst("\"<domain id>\"", "sales")
                .replaceFirst("\"<domain id>\"", "support")
                .replace("\"<template id>\"", "template-general")
                .replaceFirst("\"<field id>\"", "order-number")
                .replaceFirst("\"<field id>\"", "refund-amount")
                .replace("\"<case id>\"", "\"4711\""));

        TargetProfile profile = read(file);

        assertThat(profile.cases()).containsOnlyKeys(Role.values());
        assertThat(profile.limits().rate()).isEqualTo(5);
        assertThat(profile.writes())
                .contains(new Writes(
                        "support",
                        "template-general",
                        "order-number",
                        "refund-amount",
                        Map.of("title", TextNode.valueOf("A case of the conformance kit")),
                        Duration.ofSeconds(30)));
    }

    @Test
    void reportsEveryProblemOfWhatMayBeWritten() throws IOException {
        String file = file("""
                base: mock
                writes:
                  domain: "<domain id>"
                  text-field: note
                  number-field: note
                  fields: {title: [a], due: " ", vip: true}
                  event-timeout: 30
                  comments: true
                """);

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .satisfies(problem -> assertThat(
                                String.valueOf(problem.getMessage()).lines().map(String::strip))
                        .contains(
                                file + ": /writes/comments: expected one of the members domain, template, text-field,"
                                        + " number-field, fields, event-timeout, got 'comments'",
                                file + ": /writes/domain: expected the id of a domain, got '<domain id>'",
                                file + ": /writes/template: expected the id of a template, got nothing",
                                file + ": /writes/number-field: expected another field than text-field, got 'note'",
                                file
                                        + ": /writes/fields/title: expected a text, a number or a boolean, got a list of 1 item",
                                file + ": /writes/fields/due: expected a text, a number or a boolean, got ' '",
                                file
                                        + ": /writes/event-timeout: expected a duration from 1ms to 24h, such as 500ms, 10s"
                                        + " or 5m, got 30"));
    }

    @Test
    void refusesATemplateThatIsNotFilledIn() throws Exception {
        String file = file(ProfileTemplate.text());

        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining("/domain: expected the id of a domain, got '<domain id>'")
                .withMessageContaining("/cases/some-events: expected the id of a case, got '<case id>'");
    }

    private static TargetProfile read(String profile) throws UnusableInput {
        return new ProfileReader(Map.of()).read(profile, Map.of());
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("mine.yaml"), content).toString();
    }
}
