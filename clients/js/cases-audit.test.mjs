// Tests of cases-audit.mjs against a real mock, without an AWS SDK.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { casesAuditMock, startMock } from "./cases-audit.mjs";

const mock = await casesAuditMock();

async function page(endpoint, domain, caseId, nextToken) {
  const answer = await fetch(`${endpoint}/domains/${domain}/cases/${caseId}/audit-history`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ nextToken }) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

async function read(endpoint, domain, caseId) {
  const events = [];
  let token;
  do {
    const answer = await page(endpoint, domain, caseId, token);
    events.push(...answer.auditEvents);
    token = answer.nextToken;
  } while (token);
  return events;
}

test("each test has a domain of its own", async (t) => {
  const [cases, other] = [mock.domain(t), mock.domain()];
  await cases.given("a-case", { events: 60 });
  await other.given("a-case", { events: 3 });

  assert.equal((await read(cases.endpoint, cases.domain, "a-case")).length, 60);
  assert.equal((await read(other.endpoint, other.domain, "a-case")).length, 3);
  await other.close();
  await assert.rejects(page(other.endpoint, other.domain, "a-case"), /404/);
});

test("a case can have events and get more", async (t) => {
  const cases = mock.domain(t);
  await cases.given("copied", { events: 2 });
  const events = await read(cases.endpoint, cases.domain, "copied");
  await cases.given("a-case", { events: events.slice(1) });
  await cases.append("a-case", events.slice(0, 1));

  assert.deepEqual(await read(cases.endpoint, cases.domain, "a-case"), events);
});

test("a case can be empty and have any name", async (t) => {
  const cases = mock.domain(t);
  await cases.given("a/case ü");

  assert.deepEqual((await page(cases.endpoint, cases.domain, "a%2Fcase%20%C3%BC")).auditEvents, []);
});

test("a case that the code under test creates has a history", async (t) => {
  const cases = await mock.domain(t).create();
  const answer = await fetch(`${cases.endpoint}/domains/${cases.domain}/cases`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({
      templateId: "template-general",
      fields: ["title", "customer_id"].map((id) => ({ id, value: { stringValue: `the ${id}` } })) }) });
  const { caseId } = await answer.json();

  const [created] = await cases.history(caseId);
  assert.equal(created.type, "Case.Created");
  assert.deepEqual(created.fields[0].newValue, { stringValue: "the title" });
});

test("it misbehaves and shows what it saw", async (t) => {
  const cases = mock.domain(t);
  await cases.given("a-case", { events: 60, faults: "Throttling, ok" });
  await assert.rejects(page(cases.endpoint, cases.domain, "a-case"), /429/);
  await cases.behave({ pages: "short-pages" }, "a-case");
  await read(cases.endpoint, cases.domain, "a-case");

  assert.ok((await cases.walks()).some((walk) => walk.complete));
  const [journal, calls] = [await cases.journal(), await cases.calls()];
  assert.ok(journal.length > 3 && journal.length === calls.length);
});

test("an exam fails with its reasons", () =>
  assert.rejects(mock.domain().exam("walk", page), /the client failed the exam walk:\n(.*\n)*empty-pages: read 0 of 60/));

test("a refusal says why", (t) => assert.rejects(mock.domain(t).given("a-case", { faults: "Trottling" }), /faults/));

test("the environment points at the mock", () =>
  assert.equal(mock.domain().environment().AWS_ENDPOINT_URL_CONNECTCASES, mock.endpoint));

test("a mock that does not start says why", async () => {
  await assert.rejects(startMock({ options: ["--set", "cases.limits.body=1"] }), /cases.limits.body: expected 1K to 10M, got 1/);
  await assert.rejects(startMock({ java: "/no/java" }), /JAVA_HOME/);
});

test("the mock ends when the test run is killed", async () => {
  const run = spawn(process.execPath, ["--input-type=module", "-e",
    `import { startMock } from ${JSON.stringify(new URL("./cases-audit.mjs", import.meta.url))};
     console.log((await startMock()).endpoint); setTimeout(() => {}, 600000);`],
    { stdio: ["ignore", "pipe", "inherit"] });
  const endpoint = String((await once(run.stdout, "data"))[0]).trim();
  assert.equal((await fetch(`${endpoint}/q/health`)).status, 200);
  run.kill("SIGKILL");

  const deadline = Date.now() + 30_000;
  await assert.rejects(async () => {
    while (Date.now() < deadline) {
      await (await fetch(`${endpoint}/q/health`)).text();
      await sleep(100);
    }
  }, /fetch failed/);
});
