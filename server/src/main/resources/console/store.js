// The one place for what the page knows: the token, the connection, and the requests of the journal grouped into calls.

/**
 * @typedef {{status?: number, error?: string, retryAfterSeconds?: number, retryAfterDate?: string,
 *   retryAfterMilliseconds?: number, events?: number, nextToken?: string, milliseconds: number, complete: boolean}} Answer
 * @typedef {{number: number, at: string, method: string, path: string, domainId?: string, caseId?: string,
 *   invocationId?: string, headers: Object<string, string[]>, body?: string, bodyBytes?: number, fault?: string,
 *   answer?: Answer}} RequestRecord as in mock-control.yaml
 * @typedef {{id: string, attempts: RequestRecord[]}} Call `id` is the invocation id, or `n` and a number without one
 */

const TOKEN = "cases-audit-mock.token";

class Store extends EventTarget {
  /** @type {"connecting" | "live" | "polling" | "gone"} */
  connection = "connecting";
  /** Grows whenever the mock may have changed unseen: views read again. */
  generation = 0;
  needsToken = false;
  wrongToken = false;
  paused = false;
  /** Requests that arrived faster than the stream sends them. */
  skipped = 0;
  /** @type {Map<number, RequestRecord>} */
  requests = new Map();
  /** @type {Map<string, Call>} in the order of their first attempts */
  calls = new Map();
  /** @type {Map<number, RequestRecord>} what arrived while paused */
  held = new Map();

  #frame = 0;

  get token() {
    return sessionStorage.getItem(TOKEN) ?? "";
  }

  set token(value) {
    sessionStorage.setItem(TOKEN, value);
  }

  /** Tells the views, at most once a frame. */
  changed() {
    // A hidden tab has no frames.
    this.#frame ||= setTimeout(() => {
      this.#frame = 0;
      this.dispatchEvent(new Event("change"));
    }, 16);
  }

  /** @param {Partial<Pick<Store, "connection" | "needsToken" | "wrongToken" | "skipped">>} values */
  set(values) {
    if (Object.entries(values).some(([name, value]) => this[name] !== value)) {
      Object.assign(this, values);
      this.changed();
    }
  }

  /** What views have read may be out of date. */
  outdated() {
    this.generation++;
    this.changed();
  }

  /** @param {RequestRecord[]} requests in the order of arrival */
  add(requests) {
    if (this.paused) {
      requests.forEach(request => this.held.set(request.number, request));
    } else {
      requests.forEach(request => this.#add(request));
    }
    if (requests.length > 0) {
      this.changed();
    }
  }

  /** @param {RequestRecord} request */
  #add(request) {
    const known = this.requests.get(request.number);
    if (known) {
      // The same object, so that the call has it too.
      Object.assign(known, request);
      return;
    }
    this.requests.set(request.number, request);
    const id = request.invocationId ?? `n${request.number}`;
    const call = this.calls.get(id);
    if (call) {
      call.attempts.push(request);
      call.attempts.sort((one, other) => one.number - other.number);
    } else {
      this.calls.set(id, { id, attempts: [request] });
    }
  }

  /** Adds requests that are older than some that are known, or the same. */
  merge(requests) {
    const all = [...requests, ...this.requests.values()].sort((one, other) => one.number - other.number);
    this.requests = new Map();
    this.calls = new Map();
    all.forEach(request => this.#add(request));
    this.changed();
  }

  clear() {
    this.requests = new Map();
    this.calls = new Map();
    this.held = new Map();
    this.skipped = 0;
    this.changed();
  }

  pause(paused) {
    this.paused = paused;
    if (!paused) {
      this.held.forEach(request => this.#add(request));
      this.held = new Map();
    }
    this.changed();
  }
}

export const store = new Store();
