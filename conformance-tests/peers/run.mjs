#!/usr/bin/env node
// Judges this mock and other mock servers with the conformance kit, and writes PEERS.md. See --help.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, release, totalmem, type } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(dirname(HERE));
const CACHE = join(HERE, "target");
const CONTRACT = join(ROOT, "api/openapi.yaml");
const KIT = join(ROOT, "conformance-tests/target/conformance-kit.jar");
const MOCK = join(ROOT, "server/target/cases-audit-mock.jar");
const WORLD = join(CACHE, "wiremock/world");
const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
const NODE = process.execPath;
const FAST = "-XX:TieredStopAtLevel=1";

const FETCH_SECONDS = 900;
const START_SECONDS = 180;
const JUDGE_SECONDS = 1_500;

// The `command` of a peer gets the port and the file of its package.
const PEERS = [
  {
    name: "this-mock",
    title: "This mock",
    serves: "its seeded world",
    command: (port) => ["java", FAST, "-Dquarkus.http.host=127.0.0.1", `-Dquarkus.http.port=${port}`, "-jar", MOCK],
  },
  {
    name: "wiremock",
    title: "WireMock",
    serves: "the mappings that `kit fixtures` writes",
    maven: "org.wiremock:wiremock-standalone:3.13.2",
    prepare: () =>
      demand(["java", FAST, "-jar", KIT, "fixtures", "--force", "--format=wiremock", `--directory=${WORLD}`], JUDGE_SECONDS),
    command: (port, jar) => ["java", "-jar", jar, "--root-dir", join(WORLD, "wiremock"), "--bind-address", "127.0.0.1", "--port", port],
  },
  {
    name: "mockserver",
    title: "MockServer",
    serves: "the contract",
    maven: "org.mock-server:mockserver-netty:7.6.0:jar:jar-with-dependencies",
    command: (port, jar) => ["java", "-Dmockserver.localBoundIP=127.0.0.1", "-jar", jar, "openapi", "-p", port, CONTRACT],
  },
  {
    name: "prism",
    title: "Prism",
    serves: "the contract",
    npm: "@stoplight/prism-cli@5.16.0",
    file: "dist/index.js",
    command: (port, script) => [NODE, script, "mock", "-h", "127.0.0.1", "-p", port, CONTRACT],
  },
  {
    name: "specmatic",
    title: "Specmatic",
    serves: "the contract",
    npm: "specmatic@2.55.1",
    file: "specmatic.jar",
    command: (port, jar) => ["java", "-jar", jar, "mock", "--host", "127.0.0.1", "--port", port, CONTRACT],
  },
  {
    name: "mockoon",
    title: "Mockoon",
    serves: "the contract",
    npm: "@mockoon/cli@9.9.0",
    file: "bin/run.js",
    command: (port, script) => [NODE, script, "start", "--data", CONTRACT, "-l", "127.0.0.1", "-p", port, "-X"],
  },
  {
    name: "open-api-mocker",
    title: "open-api-mocker",
    serves: "the contract",
    npm: "open-api-mocker@2.0.0",
    file: "lib/open-api-mocker-cli.js",
    command: (port, script) => [NODE, "--require", join(HERE, "on-loopback.cjs"), script, "-s", CONTRACT, "-p", port],
  },
];

const HELP = `Usage: node conformance-tests/peers/run.mjs [-h] [PEER...]
Judges this mock and other mock servers with the conformance kit, all with one
target profile. Without a PEER it judges all of them and writes PEERS.md. With
one or more it judges these, and prints what it would write.

  PEER        ${PEERS.map((peer) => peer.name).join(", ").replace("specmatic, ", "specmatic,\n              ")}
  -h, --help  Print this help.

It needs Java 17, Node 20 with npm, and any Maven from 3.6 on. It builds this
project where its jars are missing or older than their sources, and keeps the
packages of the peers in conformance-tests/peers/target; remove that folder to
fetch them again. Peers listen on 127.0.0.1, on free ports. Each peer's log and
reports are in conformance-tests/peers/target/PEER.

Exit codes: 0 every peer was judged, 1 one was not, 2 wrong arguments.`;

const children = new Set();
process.on("exit", () => children.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => process.exit(130));
}

function launch([command, ...args], options) {
  const child = spawn(command, args.map(String), options);
  children.add(child);
  child.ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(code ?? signal));
  }).finally(() => children.delete(child));
  return child;
}

/** Runs a command to its end, at most so many seconds, and returns its exit code or why there is none. */
async function run(command, seconds, options) {
  const child = launch(command, { stdio: ["ignore", "ignore", "inherit"], ...options });
  const late = setTimeout(() => child.kill("SIGKILL"), seconds * 1_000);
  return child.ended.finally(() => clearTimeout(late));
}

async function demand(command, seconds, options) {
  const code = await run(command, seconds, options);
  if (code !== 0) {
    throw new Error(`'${command.slice(0, 4).join(" ")} …' ended with ${code}`);
  }
}

async function stop(child) {
  child.kill();
  const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await child.ended.finally(() => clearTimeout(late));
}

const say = (text) => console.error(text);

function newest(path) {
  const stat = statSync(path);
  return stat.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs;
}

async function build() {
  const sources = ["api/openapi.yaml", "api/mock-control.yaml", "conformance-tests/src/main", "server/src/main"];
  const changed = Math.max(...sources.map((path) => newest(join(ROOT, path))));
  if ([KIT, MOCK].some((jar) => !existsSync(jar) || statSync(jar).mtimeMs < changed)) {
    say("building this project");
    await demand(["./mvnw", "-q", "-B", "-ntp", "-DskipTests", "package"], FETCH_SECONDS, { cwd: ROOT });
  }
}

/** Returns the file of the peer's package, which is fetched into the cache if it is not there in this version. */
async function fetched(peer) {
  if (!peer.maven && !peer.npm) {
    return undefined;
  }
  const folder = join(CACHE, peer.name, `package-${peer.npm ?? peer.maven}`.replace(/[^A-Za-z0-9.-]+/g, "-"));
  if (!existsSync(folder)) {
    say(`${peer.title}: fetching ${peer.npm ?? peer.maven}`);
    // Downloaded to another name and moved, so that an interrupted run leaves no partial file.
    const part = `${folder}.part`;
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
    const command = peer.npm
      ? ["npm", "install", "--prefix", part, "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", peer.npm]
      : ["mvn", "-q", "-B", COPY, `-Dartifact=${peer.maven}`, `-DoutputDirectory=${part}`];
    await demand(command, FETCH_SECONDS, { cwd: part });
    renameSync(part, folder);
  }
  return peer.npm
    ? join(folder, "node_modules", peer.npm.replace(/@[^@]*$/, ""), peer.file)
    : join(folder, readdirSync(folder).find((name) => name.endsWith(".jar")));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Waits until the operation is served. A peer that answers otherwise at the end of the time is left to the kit. */
async function ready(child, endpoint) {
  const over = Date.now() + START_SECONDS * 1_000;
  let last;
  while (Date.now() < over && last !== 200) {
    if (!children.has(child)) {
      throw new Error(`it ended while starting, with ${await child.ended}`);
    }
    last = await fetch(`${endpoint}/domains/contact-center/cases/case-every-shape/audit-history`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
      signal: AbortSignal.timeout(5_000),
    }).then((answer) => answer.status, () => last);
    await sleep(200);
  }
  if (last === undefined) {
    throw new Error(`it did not respond within ${START_SECONDS} seconds`);
  }
}

async function judge(peer) {
  const folder = join(CACHE, peer.name);
  mkdirSync(folder, { recursive: true });
  const file = await fetched(peer);
  await peer.prepare?.();
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const log = openSync(join(folder, "log.txt"), "w");
  say(`${peer.title}: starting`);
  const server = launch(peer.command(port, file), { cwd: folder, stdio: ["ignore", log, log] });
  try {
    await ready(server, endpoint);
    say(`${peer.title}: judging`);
    const reports = join(folder, "report");
    rmSync(reports, { recursive: true, force: true });
    const begin = Date.now();
    const kit = ["java", FAST, "-jar", KIT, "run", "--profile", join(HERE, "profile.yaml"), "--endpoint", endpoint];
    const code = await run([...kit, "--report-dir", reports], JUDGE_SECONDS);
    const report = join(reports, "report.json");
    if (!existsSync(report)) {
      throw new Error(`the kit ended with ${code} and wrote no report`);
    }
    return { seconds: (Date.now() - begin) / 1_000, ...JSON.parse(readFileSync(report, "utf8")) };
  } finally {
    await stop(server);
  }
}

const table = (head, rows) =>
  [head, head.map((name) => (name.endsWith("#") ? "---:" : "---")), ...rows]
    .map((row) => `| ${row.map((cell) => String(cell).replace(/#$/, "").replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");

const version = (peer) => (peer.npm ?? peer.maven ?? "").match(/\d+(\.\d+)+/)?.[0] ?? "";

const count = (report, level, standing) =>
  report.results.filter((result) => result.level === level && result.standing === standing).length;

const STANDINGS = ["passed", "failed", "not testable"];

function row({ peer, report, error }) {
  if (error) {
    return [peer.title, version(peer), `not judged: ${error.message}`, ...STANDINGS.flatMap(() => ["", ""]), "", ""];
  }
  const counts = ["MUST", "SHOULD"].flatMap((level) => STANDINGS.map((standing) => count(report, level, standing)));
  const verdict = report.exitCode === 3 ? `${report.verdict}: ${report.because}` : report.verdict;
  return [peer.title, version(peer), verdict, ...counts, report.requests, `${report.seconds.toFixed(0)} s`];
}

function causes({ peer, report }, checked) {
  const levels = new Map(report.results.map((result) => [result.id, result.level]));
  const rows = (report.causes ?? [])
    .filter((cause) => ["failed", "not testable"].includes(cause.standing) && cause.requirements.length > 0)
    .map((cause) => {
      const of = (level) => cause.requirements.filter((id) => levels.get(id) === level).length;
      const seen = cause.requirements.every((id) => checked.has(id)) ? checked.get(cause.example) : "not checked by hand";
      return [cause.cause, of("MUST"), of("SHOULD"), `\`${cause.example}\``, cause.standing === "failed" ? seen : "not testable"];
    });
  const head = ["cause", "MUST#", "SHOULD#", "for example", "repeated by hand"];
  return rows.length === 0 ? "" : `### ${peer.title}\n\n${table(head, rows)}\n`;
}

function readChecked(peer) {
  const all = JSON.parse(readFileSync(join(HERE, "checked.json"), "utf8"));
  return new Map((all[peer.name] ?? []).flatMap(({ ids, seen }) => ids.map((id) => [id, seen])));
}

const output = (command, args) => {
  try {
    return execFileSync(command, args, { cwd: ROOT, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

const item = (text) => `- ${text.replace(/(.{1,118})(?: +|$)/g, "$1\n  ").trimEnd()}`;

function page(runs) {
  const judged = runs.filter((one) => one.report);
  const head = ["", "version", "verdict", "MUST passed#", "failed#", "not testable#", "SHOULD passed#", "failed#", "not testable#"];
  const java = output("java", ["--version"]).split("\n")[0];
  const commit = output("git", ["rev-parse", "--short=9", "HEAD"]);
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${memory} GiB, ${type()} ${release()}`;
  return `# Other mock servers, judged by the conformance kit

Generated by \`conformance-tests/peers/run.mjs\`; do not edit this page.

- [Verdicts](#verdicts)
- [How to read it](#how-to-read-it)
- [Run it again](#run-it-again)
- [Causes](#causes)

## Verdicts

${table([...head, "requests#", "time#"], runs.map(row))}

${item(`Date: ${new Date().toISOString().slice(0, 10)}. Kit: ${judged[0]?.report.kit}, commit ${commit}.`)}
${item(`Machine: ${machine}; ${java}; Node ${process.version}.`)}
- The times are of one run, without the start of the peer. They are not a benchmark.
- ${runs.map(({ peer }) => `${peer.title} serves ${peer.serves}`).join(";\n  ")}.

## How to read it

The kit judges how exactly a server implements the wire contract of one AWS operation, with the error names, statuses
and bodies of AWS. These tools promise less: they validate requests and return examples of a contract. The table is not
a verdict on a tool in its own field.

- "The contract" is the unchanged [\`api/openapi.yaml\`](../../api/openapi.yaml), with the default settings of each tool.
- All are judged with one profile, [\`profile.yaml\`](profile.yaml), with one readable case. It declines what a mock
  without data cannot offer: ${report0(judged)} requirements.
- *Failed*: a response of the peer breaks a requirement. *Not testable*: the check did not reach its subject, for
  example because the peer did not respond, or has no second page.
- [\`checked.json\`](checked.json) lists the failures that were repeated by hand, with \`curl\` or over a plain socket, and
  the responses. Others are marked.

## Run it again

\`\`\`sh
node conformance-tests/peers/run.mjs              # all; writes this page
node conformance-tests/peers/run.mjs prism        # one; prints its part
\`\`\`

It needs Java 17, Node 20 with npm, and Maven 3.6 or later. It downloads the peers from npm and Maven Central in the
versions above. Their own dependencies are not pinned. The report of each peer is in
\`conformance-tests/peers/target/PEER/report\`.

## Causes

${judged.map((one) => causes(one, readChecked(one.peer))).filter(Boolean).join("\n")}`;
}

const report0 = (judged) => {
  const results = judged[0]?.report.results ?? [];
  return `${results.filter((result) => result.standing === "not applicable").length} of ${results.length}`;
};

async function main() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { help: { type: "boolean", short: "h" } } });
  } catch (error) {
    say(`${error.message}\n\n${HELP}`);
    return 2;
  }
  const names = parsed.positionals;
  if (parsed.values.help) {
    console.log(HELP);
    return 0;
  }
  const unknown = names.filter((name) => !PEERS.some((peer) => peer.name === name));
  if (unknown.length > 0) {
    say(`There is no peer '${unknown[0]}'.\n\n${HELP}`);
    return 2;
  }
  await build();
  const runs = [];
  for (const peer of PEERS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    try {
      runs.push({ peer, report: await judge(peer) });
    } catch (error) {
      say(`${peer.title}: ${error.message}`);
      runs.push({ peer, error });
    }
  }
  if (names.length === 0) {
    writeFileSync(join(HERE, "PEERS.md"), page(runs));
    say("wrote conformance-tests/peers/PEERS.md");
  } else {
    console.log(page(runs));
  }
  return runs.some(({ error, report }) => error || report.exitCode > 1) ? 1 : 0;
}

process.exit(await main());
