// Follows the journal: by the stream, or by polling where there is none.
import { authorization, control, send } from "./api.js";
import { store } from "./store.js";

const RECENT = 1000;
const OLDER = 1000;
const POLL_MILLIS = 2000;
const RETRY_MILLIS = 1000;
// Longer than two heartbeats of the stream.
const SILENCE_MILLIS = 25_000;

let lastEventId = "";
let current = new AbortController();
let running = false;

/** Follows the journal as long as the tab is visible: a browser allows six connections to a host. */
export function follow() {
  document.addEventListener("visibilitychange", () => (document.hidden ? current.abort() : run()));
  run();
}

/** Begins again, such as with another token. */
export function restart() {
  current.abort();
  run();
}

async function run() {
  if (running) {
    return;
  }
  running = true;
  while (!document.hidden && !store.needsToken) {
    current = new AbortController();
    try {
      await connect(current.signal);
    } catch (problem) {
      if (!current.signal.aborted && problem.status === 0) {
        store.set({ connection: "gone" });
      }
    }
    if (!document.hidden) {
      await wait(RETRY_MILLIS);
    }
  }
  running = false;
}

const wait = millis => new Promise(done => setTimeout(done, millis));

async function connect(signal) {
  let stream;
  try {
    stream = await send("/_mock/journal/stream", {
      signal,
      headers: { ...authorization(), ...(lastEventId ? { "last-event-id": lastEventId } : {}) },
    });
  } catch (problem) {
    if (problem.status === 0 || problem.status === 401 || signal.aborted) {
      throw problem;
    }
    return poll(signal);
  }
  // After the stream has begun, so that nothing is missed between the two.
  if (!lastEventId) {
    store.clear();
    await readRecent(signal);
  }
  store.set({ connection: "live" });
  store.outdated();
  await readEvents(stream, signal);
  throw Object.assign(new Error("the stream ended"), { status: 0 });
}

async function readRecent(signal) {
  const { requests } = await control("GET", `/journal?limit=${RECENT}`, undefined, signal);
  // The stream may have brought newer ones meanwhile.
  store.merge(requests);
}

/** Reads requests from before those that are known, and returns whether there were any. */
export async function readOlder() {
  const first = store.requests.keys().next().value;
  const { requests } = await control("GET", `/journal?limit=${OLDER}${first ? `&before=${first}` : ""}`);
  store.merge(requests);
  return requests.length > 0;
}

async function poll(signal) {
  while (!signal.aborted) {
    const { requests } = await control("GET", `/journal?limit=${RECENT}`, undefined, signal);
    if (requests.length < store.requests.size && requests.length < RECENT) {
      store.clear();
    }
    store.add(requests.reverse());
    store.set({ connection: "polling" });
    await wait(POLL_MILLIS);
  }
}

async function readEvents(response, signal) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let silence;
  try {
    for (;;) {
      silence = setTimeout(() => current.abort(), SILENCE_MILLIS);
      const { done, value } = await reader.read();
      clearTimeout(silence);
      if (done || signal.aborted) {
        return;
      }
      const events = (rest + value).split("\n\n");
      rest = events.pop() ?? "";
      take(events);
    }
  } finally {
    clearTimeout(silence);
    reader.cancel().catch(() => {});
  }
}

/** @param {string[]} events each with its lines */
function take(events) {
  const requests = [];
  for (const event of events) {
    const fields = new Map(event.split("\n").map(line => /** @type {[string, string]} */ (line.split(/: ?(.*)/s, 2))));
    const data = fields.get("data");
    lastEventId = fields.get("id") ?? lastEventId;
    if (fields.get("event") === "request") {
      requests.push(JSON.parse(data));
    } else if (fields.get("event") === "removed") {
      requests.length = 0;
      store.clear();
      store.outdated();
      readRecent(current.signal).catch(() => {});
    } else if (fields.get("event") === "skipped") {
      store.set({ skipped: store.skipped + JSON.parse(data).requests });
    }
  }
  store.add(requests);
}
