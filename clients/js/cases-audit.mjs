/**
 * The mock of GetCaseAuditEvents for tests in JavaScript: one file that needs only Node.js 20.
 *
 *     import { casesAuditMock } from "./cases-audit.mjs";
 *
 *     const mock = await casesAuditMock();
 *
 *     test("reads through throttling", async (t) => {
 *       const cases = mock.domain(t); // a domain of this test's own
 *       await cases.given("a-case", { events: 60, faults: "Throttling*2, ok" });
 *
 *       assert.equal((await read(cases.endpoint, cases.domain, "a-case")).length, 60);
 *       assert.ok((await cases.walks())[0].complete);
 *     });
 *
 * The mock is the one at AUDIT_MOCK_ENDPOINT, or one that starts for this process from the file at AUDIT_MOCK_JAR, or
 * cases-audit-mock.jar beside this file or in the working directory, with the Java of JAVA_HOME or of the PATH. It ends
 * with this process, also if that is killed.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { request as secureRequest } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";

let shared;

/** Returns the mock that all tests of this process share. */
export function casesAuditMock() {
  const endpoint = process.env.AUDIT_MOCK_ENDPOINT;
  shared ??= endpoint ? Promise.resolve(new Mock(endpoint, process.env.AUDIT_MOCK_TOKEN)) : startMock();
  return shared;
}

/**
 * Starts a mock on a free port.
 *
 * @param {object} [how]
 * @param {string[]} [how.options] such as ["--fixtures", "my-fixtures/"]
 * @param {string} [how.jar] the file of the mock
 * @param {string} [how.java] the program that runs it
 * @param {number} [how.timeout] in seconds
 * @returns {Promise<Mock>} rejected with the log of a mock that does not start
 */
export async function startMock({ options = [], jar = findJar(), java = findJava(), timeout = 60 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "cases-audit-"));
  const [ready, log] = [join(folder, "ready.json"), join(folder, "mock.log")];
  const output = openSync(log, "w");
  const child = spawn(
    java,
    ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar,
      "--port", "0", "--ready-file", ready, "--exit-with-parent", ...options],
    { stdio: ["pipe", output, output] });
  closeSync(output);
  const ended = new Promise((resolve) => {
    child.once("exit", () => resolve("the mock did not start"));
    child.once("error", (e) => resolve(`cannot run ${java}: ${e.message}. Install Java 17 or newer, or set JAVA_HOME.`));
  });
  const deadline = Date.now() + timeout * 1000;
  let failure;
  while (!existsSync(ready) && !failure) {
    failure = Date.now() > deadline ? `the mock did not start within ${timeout} s`
      : await Promise.race([ended, sleep(10)]);
  }
  if (failure) {
    child.kill("SIGKILL");
    const words = readFileSync(log, "utf8");
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`${failure}\n${words}`);
  }
  // Its end is that of this process, which need not wait for it: then standard input closes.
  child.unref();
  child.stdin.unref();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return new Mock(JSON.parse(readFileSync(ready, "utf8")).endpoint, undefined, child, ended);
}

/** A mock that serves. */
export class Mock {
  #token;
  #child;
  #ended;

  /** Uses a running mock. `token` is its cases.control.token, if it has one. */
  constructor(endpoint, token, child, ended) {
    this.endpoint = endpoint.replace(/\/$/, "");
    this.#token = token;
    this.#child = child;
    this.#ended = ended;
  }

  /**
   * Returns a domain that nobody else uses.
   *
   * @param {import("node:test").TestContext} [t] the test after which it is removed
   */
  domain(t) {
    const domain = new Domain(this, `test-${randomUUID()}`);
    t?.after(() => domain.close());
    return domain;
  }

  /** Sends a request to the control API, such as "GET", "/journal", and returns its JSON. */
  async control(method, path, body) {
    const headers = { "content-type": "application/json" };
    if (this.#token) headers.authorization = `Bearer ${this.#token}`;
    const { status, text } = await send(`${this.endpoint}/_mock${path}`, { method, headers }, body);
    if (status >= 300) throw Object.assign(new Error(`${method} ${path}: ${status} ${text}`), { status });
    return text ? JSON.parse(text) : undefined;
  }

  /** Ends a mock that was started here; leaves any other as it is. */
  async close() {
    if (this.#child) {
      this.#child.ref();
      this.#child.stdin.end();
      await this.#ended;
      this.#child = undefined;
    }
  }
}

/** A domain of a test's own, so that tests can share a mock and run in parallel. */
export class Domain {
  constructor(mock, domain) {
    this.mock = mock;
    this.domain = domain;
  }

  get endpoint() {
    return this.mock.endpoint;
  }

  /** Creates the domain, without a case, for code that creates cases itself. */
  async create() {
    await this.mock.control("PUT", this.#place(), { domain: this.domain, cases: {} });
    return this;
  }

  /**
   * Puts a case.
   *
   * @param {string} caseId
   * @param {object} [history]
   * @param {number | object[]} [history.events] how many to generate, or the events, the newest first
   * @param {number} [history.seed] of the generator
   * All other members, `faults`, `pages` and `tomorrow`, are its behaviour, as in docs/behaviour.md.
   */
  given(caseId, { events = [], seed = 7, ...behaviour } = {}) {
    const history = Array.isArray(events) || events === 0 ? { auditEvents: events || [] } : { generate: { events, seed } };
    return this.mock.control("PUT", this.#case(caseId), { ...history, ...(Object.keys(behaviour).length && { behaviour }) });
  }

  /** Sets the behaviour of a case that is there, or of the domain. */
  behave(behaviour, caseId) {
    return this.mock.control("PUT", `${caseId === undefined ? this.#place() : this.#case(caseId)}/behaviour`, behaviour);
  }

  /** Appends events, oldest first. */
  append(caseId, events) {
    return this.mock.control("POST", `${this.#case(caseId)}/events`, { auditEvents: events });
  }

  /** Returns the events of a case, the newest first, also of one that the code under test has created. */
  async history(caseId) {
    return (await this.mock.control("GET", this.#case(caseId))).auditEvents;
  }

  /** Returns the requests for this domain, the newest first. */
  async journal() {
    return (await this.mock.control("GET", `/journal?domainId=${encodeURIComponent(this.domain)}`)).requests;
  }

  /** Returns the SDK calls for this domain, each with its attempts. */
  async calls() {
    return (await this.#report()).calls;
  }

  /** Returns the walks through pages in this domain. */
  async walks() {
    return (await this.#report()).walks;
  }

  /**
   * Lets a client take each task of an exam, and throws the reasons of the mock if it fails. A task is a case to read; in
   * the exam `writes`, its name says what to do.
   *
   * @param {"retry" | "walk" | "tomorrow" | "errors" | "writes"} kind
   * @param {(endpoint: string, domain: string, caseId: string) => Promise<unknown>} client its errors are a part of it
   */
  async exam(kind, client) {
    const exam = await this.mock.control("POST", "/exams", { kind });
    for (const { domainId, caseId } of exam.tasks) {
      try {
        await client(this.endpoint, domainId, caseId);
      } catch {
        // Whatever the code under test throws.
      }
    }
    const report = await this.mock.control("GET", `/exams/${exam.examId}`);
    if (report.verdict !== "passed") {
      const failed = report.tasks.filter((task) => task.verdict !== "passed");
      throw new Error([`the client failed the exam ${kind}:`,
        ...failed.map((task) => `${task.caseId}: ${task.reasons.join("; ")}`)].join("\n"));
    }
  }

  /** Returns the variables that send the AWS SDKs and the CLI to the mock. */
  environment() {
    const host = new URL(this.endpoint).hostname;
    return { AWS_ENDPOINT_URL_CONNECTCASES: this.endpoint, AWS_ACCESS_KEY_ID: "mock", AWS_SECRET_ACCESS_KEY: "mock",
      AWS_REGION: "us-east-1", AWS_DEFAULT_REGION: "us-east-1", NO_PROXY: host, no_proxy: host };
  }

  /** Removes the domain with all that was set in it. */
  async close() {
    try {
      await this.mock.control("DELETE", this.#place());
    } catch (e) {
      if (e.status !== 404) throw e; // nothing was put there
    }
  }

  #report() {
    return this.mock.control("GET", `/calls?domainId=${encodeURIComponent(this.domain)}`);
  }

  #place() {
    return `/domains/${encodeURIComponent(this.domain)}`;
  }

  #case(caseId) {
    return `${this.#place()}/cases/${encodeURIComponent(caseId)}`;
  }
}

// Not by fetch, which some programs replace or send through a proxy.
function send(url, options, body) {
  return new Promise((resolve, reject) => {
    const call = (url.startsWith("https:") ? secureRequest : request)(url, options, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
    });
    call.on("error", reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function findJar() {
  const name = "cases-audit-mock.jar";
  const named = process.env.AUDIT_MOCK_JAR;
  const places = named ? [named] : [fileURLToPath(new URL(name, import.meta.url)), name];
  const found = places.find((place) => existsSync(place));
  if (!found) {
    throw new Error(`there is no ${places.join(" or ")}. Set AUDIT_MOCK_JAR to the mock's file, or AUDIT_MOCK_ENDPOINT to`
      + " the address of a mock that runs.");
  }
  return found;
}

function findJava() {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java";
}
