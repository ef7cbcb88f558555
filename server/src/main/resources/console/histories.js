import { html, nothing } from "lit";
import "./virtual-list.js";
import "./history.js";
import "./edit-case.js";
import { control, path } from "./api.js";
import { count, plural, visible } from "./format.js";
import { address, setQuery } from "./router.js";
import { problemBox, View } from "./view.js";

/** Domains and cases with their sizes; the history of one beside them. */
class HistoriesView extends View {
  /** @type {{domainId: string, cases: number, events: number, exam: boolean}[] | undefined} */
  #domains = undefined;
  /** @type {{caseId: string, events: number}[]} */
  #cases = [];
  #shown = "";
  #rows = { of: undefined, needle: "", list: [] };

  basis() {
    return [this.route.ids[0]];
  }

  async read(signal) {
    const { domains } = await control("GET", "/domains", undefined, signal);
    this.#domains = domains;
    const domainId = this.route.ids[0] ?? domains[0]?.domainId;
    if (this.#shown !== domainId) {
      this.#cases = [];
    }
    this.#shown = domainId;
    if (domains.some(domain => domain.domainId === domainId)) {
      const { cases } = await control("GET", `${path("domains", domainId)}/cases`, undefined, signal);
      this.#cases = cases;
    }
  }

  /** After a change of the world by this page. */
  reload = () => this.attempt(() => this.read(this.reading.signal));

  render() {
    const [domainId, caseId] = this.route.ids;
    return html`<div class=${caseId ? "split detail" : "split"}>
      <section class="side" aria-label="Cases">
        ${caseId ? html`<h2>Histories</h2>` : html`<h1>Histories</h1>`}
        ${problemBox(this.problem)}
        ${this.#domains ? this.#chooser(domainId ?? this.#shown) : html`<p class="quiet">Reading…</p>`}
      </section>
      ${caseId
        ? html`<case-history .domainId=${domainId} .caseId=${caseId} @world-changed=${this.reload}></case-history>`
        : html`<section class="nothing"><p>Choose a case to see its history.</p></section>`}
    </div>`;
  }

  #chooser(domainId) {
    const needle = this.route.query.get("find") ?? "";
    return html`
      <label>Domain
        <select @change=${event => (location.hash = address(["histories", event.target.value]))}>
          ${this.#domains.map(
            domain => html`<option value=${domain.domainId} ?selected=${domain.domainId === domainId}>
              ${visible(domain.domainId)} (${plural(domain.cases, "case")}${domain.exam ? ", exam" : ""})</option>`)}
        </select>
      </label>
      <label>Find a case
        <input type="search" .value=${needle} @input=${event => setQuery({ find: event.target.value })}>
      </label>
      <p class="quiet" role="status">${this.#sizes(domainId)}</p>
      <virtual-list class="cases" label="Cases" .items=${this.#found(needle)} .height=${() => 3.25}
        .row=${one => this.#row(domainId, one)}></virtual-list>
      <edit-case .domainId=${domainId} @world-changed=${this.reload}></edit-case>`;
  }

  #sizes(domainId) {
    const domain = this.#domains.find(one => one.domainId === domainId);
    return domain
      ? `${plural(domain.cases, "case")}, ${plural(domain.events, "event")}`
      : `There is no domain ${visible(domainId ?? "")}.`;
  }

  #found(needle) {
    if (this.#rows.of !== this.#cases || this.#rows.needle !== needle) {
      const wanted = needle.toLowerCase();
      this.#rows = { of: this.#cases, needle, list: this.#cases.filter(one => one.caseId.toLowerCase().includes(wanted)) };
    }
    return this.#rows.list;
  }

  #row(domainId, one) {
    const find = this.route.query.get("find") ?? "";
    return html`<a class="case" href=${address(["histories", domainId, one.caseId], { find })}
      aria-current=${one.caseId === this.route.ids[1] ? "true" : nothing}>
      <bdi class="name">${visible(one.caseId)}</bdi><span class="size">${count(one.events)}</span></a>`;
  }
}
customElements.define("histories-view", HistoriesView);
