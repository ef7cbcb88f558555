import { html, nothing } from "lit";
import { attemptChart, attemptTable } from "./attempt-axis.js";
import { control, path } from "./api.js";
import { client, clock, plural, visible } from "./format.js";
import { visibleLines } from "./event-row.js";
import { address } from "./router.js";
import { store } from "./store.js";
import { problemBox, View } from "./view.js";

/** One SDK call: its attempts, what the mock found, and its requests as the journal keeps them. */
class CallView extends View {
  #report = undefined;
  /** Of a call that the page does not know. */
  #found = undefined;

  basis() {
    const id = this.route.ids[0];
    const last = store.calls.get(id)?.attempts.at(-1);
    // Again with each attempt, and with its end.
    return [id, last?.number, Boolean(last?.answer)];
  }

  async read(signal) {
    const id = this.route.ids[0];
    this.#report = undefined;
    if (/^n\d+$/.test(id)) {
      return;
    }
    this.#report = await control("GET", path("calls", id), undefined, signal);
    if (!store.calls.has(id)) {
      const query = new URLSearchParams({ invocationId: id, limit: "1000" });
      const { requests } = await control("GET", `/journal?${query}`, undefined, signal);
      this.#found = { id, attempts: requests.reverse() };
    }
  }

  render() {
    const id = this.route.ids[0];
    const call = store.calls.get(id) ?? (this.#found?.id === id ? this.#found : undefined);
    return html`<section class="one-call" aria-labelledby="call-title">
      <div class="bar"><a class="back" href=${address(["calls"])}>‹ Calls</a><h1 id="call-title">Call</h1></div>
      ${call ? this.#content(call) : html`${problemBox(this.problem)}<p>The journal has no call <bdi>${visible(id)}</bdi>.</p>`}
    </section>`;
  }

  #content(call) {
    const first = call.attempts[0];
    const page = call.attempts.at(-1).answer;
    return html`
      <dl class="facts">
        <dt>Client</dt><dd><bdi>${visible(client(first))}</bdi></dd>
        <dt>Case</dt><dd>${first.caseId === undefined ? html`<bdi>${visible(first.path)}</bdi>`
          : html`<a href=${address(["histories", first.domainId, first.caseId])}><bdi>${visible(first.domainId)}</bdi> / <bdi>${visible(first.caseId)}</bdi></a>`}</dd>
        <dt>Invocation id</dt><dd><bdi>${first.invocationId ? visible(first.invocationId) : "none: a request without one is a call of its own"}</bdi></dd>
        <dt>Began</dt><dd>${clock(first.at)}</dd>
        ${page?.events === undefined ? nothing : html`<dt>Page</dt>
          <dd>${plural(page.events, "event")}${page.nextToken ? html`, token <code>${page.nextToken}</code>` : ", the last"}</dd>`}
      </dl>
      ${this.#findings()}
      <h2>Attempts</h2>
      ${attemptChart(call)} ${attemptTable(call)}
      <h2>Requests</h2>
      ${call.attempts.map((request, index) => html`<details class="request">
        <summary>Attempt ${index + 1}: ${request.method} <bdi>${visible(request.path)}</bdi></summary>
        <pre tabindex="0" aria-label=${`Request ${index + 1}`}>${this.#text(request)}</pre>
      </details>`)}`;
  }

  #findings() {
    const report = this.#report;
    if (!report) {
      return nothing;
    }
    return report.findings.length
      ? html`<div class="problem" role="status"><strong>Findings</strong><ul>${report.findings.map(text => html`<li>${text}</li>`)}</ul></div>`
      : html`<p><span class="badge good">No findings</span>
          ${report.retryAfter === "honoured" ? "The client waited as long as it was asked to." : ""}</p>`;
  }

  #text(request) {
    const headers = Object.entries(request.headers).flatMap(([name, values]) => values.map(text => `${name}: ${text}`));
    return visibleLines([`${request.method} ${request.path}`, ...headers, "", request.body ?? ""].join("\n"));
  }
}
customElements.define("call-view", CallView);
