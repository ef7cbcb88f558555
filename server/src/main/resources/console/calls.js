import { html, nothing } from "lit";
import "./virtual-list.js";
import "./call.js";
import "./chart.js";
import { attemptAxis } from "./attempt-axis.js";
import { control } from "./api.js";
import { client, clock, count, outcome, plural, tone, visible } from "./format.js";
import { readOlder } from "./journal.js";
import { address, setQuery } from "./router.js";
import { store } from "./store.js";
import { problemBox, View } from "./view.js";

const FILTERS = {
  "": ["All", () => true],
  retried: ["Retried", call => call.attempts.length > 1],
  failed: ["Failed", call => tone(call.attempts.at(-1)) !== "good"],
  open: ["In progress", call => !call.attempts.at(-1).answer],
};

/** What clients sent, as it comes. */
class CallsView extends View {
  static properties = { older: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    /** Whether the journal may have requests from before those that are known. */
    this.older = true;
  }

  #rows = { version: "", list: [] };
  #walks = [];
  #version = 0;

  refresh() {
    this.#version++;
    super.refresh();
  }

  basis() {
    return this.route.ids[0] === "walks" ? "walks" : undefined;
  }

  async read(signal) {
    this.#walks = (await control("GET", "/calls?limit=1000", undefined, signal)).walks;
  }

  render() {
    const [id] = this.route.ids;
    if (id && id !== "walks") {
      return html`<call-view></call-view>`;
    }
    return html`<section class="calls" aria-labelledby="calls-title">
      <div class="bar">
        <h1 id="calls-title">Calls</h1>
        <nav class="tabs" aria-label="Calls or walks">
          <a href=${address(["calls"])} aria-current=${id ? nothing : "page"}>Calls</a>
          <a href=${address(["calls", "walks"])} aria-current=${id ? "page" : nothing}>Walks</a>
        </nav>
        <button type="button" @click=${this.#clear}>Clear the journal</button>
      </div>
      ${problemBox(this.problem)} ${id ? this.#walkList() : this.#callList()}
    </section>`;
  }

  #callList() {
    const { query } = this.route;
    const calls = this.#found(query);
    return html`<div class="filters" role="search" aria-label="Filter calls">
        <button type="button" aria-pressed=${store.paused ? "true" : "false"} @click=${() => store.pause(!store.paused)}>
          ${store.paused ? `Resume (${count(store.held.size)} waiting)` : "Pause"}</button>
        <label>Show
          <select @change=${event => setQuery({ show: event.target.value })}>
            ${Object.entries(FILTERS).map(([name, [title]]) =>
              html`<option value=${name} ?selected=${name === (query.get("show") ?? "")}>${title}</option>`)}
          </select></label>
        <label>Search <input type="search" placeholder="case, error, client, fault" .value=${query.get("find") ?? ""}
          @input=${event => setQuery({ find: event.target.value })}></label>
      </div>
      <response-chart .requests=${store.requests}></response-chart>
      <p class="quiet" role="status">${plural(calls.length, "call")} of ${plural(store.requests.size, "request")}${
        store.skipped ? `; ${plural(store.skipped, "request")} came too fast to be shown` : ""}</p>
      ${calls.length === 0
        ? html`<div class="nothing"><p>No calls${store.requests.size ? " match" : " yet"}. <a href=${address(["start"])}>Point a client at this mock</a></p></div>`
        : html`<virtual-list class="call-list" label="Calls, newest first" .items=${calls} .height=${() => 4.5}
            .row=${this.#row} .end=${this.#readOlder}></virtual-list>`}`;
  }

  #row = call => {
    const first = call.attempts[0];
    const last = call.attempts.at(-1);
    return html`<a class="call ${tone(last)}" href=${address(["calls", call.id])}>
      <span class="when">${clock(first.at)}</span>
      <span class="which"><bdi class="name">${visible(first.caseId ?? `${first.method} ${first.path}`)}</bdi>
        <bdi class="quiet">${visible(client(first))}</bdi></span>
      <span class="axis">${attemptAxis(call, { width: 320, height: 18 })}</span>
      <span class="got"><b>${visible(outcome(last))}</b>
        <span class="quiet">${plural(call.attempts.length, "attempt")}</span></span>
    </a>`;
  };

  #found(query) {
    const [, shows] = FILTERS[query.get("show") ?? ""] ?? FILTERS[""];
    const needle = (query.get("find") ?? "").toLowerCase();
    const version = `${this.#version} ${query}`;
    if (this.#rows.version !== version) {
      const list = [...store.calls.values()].reverse();
      this.#rows = { version, list: list.filter(call => shows(call) && (!needle || matches(call, needle))) };
    }
    return this.#rows.list;
  }

  #readOlder = () => {
    if (this.older && store.requests.size > 0) {
      this.older = false;
      this.attempt(async () => (this.older = await readOlder()));
    }
  };

  #walkList() {
    return html`<p class="quiet" role="status">${plural(this.#walks.length, "walk")}: calls on one case, each with the token
        of the page before. <button type="button" class="link" @click=${this.#readWalks}>Read again</button></p>
      <div class="scroll" tabindex="0" role="region" aria-label="Walks"><table>
        <thead><tr><th>Case</th><th>Pages</th><th>Events</th><th>State</th><th>Findings</th></tr></thead>
        <tbody>${this.#walks.map(walk => html`<tr>
          <td><a href=${address(["histories", walk.domainId, walk.caseId])}><bdi>${visible(walk.caseId)}</bdi></a></td>
          <td>${count(walk.pages)}</td><td>${count(walk.events)}</td>
          <td>${walk.complete ? html`<span class="badge good">complete</span>` : html`<span class="badge warn">unfinished</span>`}</td>
          <td>${walk.findings.length ? walk.findings.join("; ") : "none"}</td></tr>`)}</tbody>
      </table></div>`;
  }

  #readWalks = () => this.attempt(() => this.read(this.reading.signal));

  #clear = () =>
    this.attempt(async () => {
      await control("DELETE", "/journal");
      store.clear();
    });
}

const matches = (call, needle) =>
  call.attempts.some(request =>
    [request.caseId, request.domainId, request.path, request.fault, request.answer?.error, String(request.answer?.status),
      client(request), call.id].some(text => text?.toLowerCase().includes(needle)));

customElements.define("calls-view", CallsView);
