import { html, nothing } from "lit";
import "./virtual-list.js";
import "./case-content.js";
import "./copy-text.js";
import { page } from "./api.js";
import { eventDetails, eventRow, rowHeight } from "./event-row.js";
import { person, plural, visible } from "./format.js";
import { Recording } from "./recording.js";
import { address, setQuery } from "./router.js";
import { fixture, snippets } from "./snippets.js";
import { focusSoon, problemBox, View } from "./view.js";

/** The history of one case, page by page as the operation serves it. */
class CaseHistory extends View {
  static properties = { domainId: { type: String }, caseId: { type: String }, loading: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    this.domainId = "";
    this.caseId = "";
    this.loading = "";
  }

  /** Events, and the edge after each page. @type {any[]} */
  items = [];
  #pages = 0;
  #events = 0;
  #nextToken = undefined;
  /** @type {Recording | undefined} */
  #recording = undefined;
  #rows = { of: undefined, key: "", list: [] };
  #opened = "";

  basis() {
    const [domainId, caseId] = this.route.ids;
    return caseId ? [domainId, caseId] : undefined;
  }

  async read(signal) {
    [this.domainId, this.caseId] = this.route.ids;
    this.items = [];
    this.#pages = 0;
    this.#events = 0;
    this.#nextToken = undefined;
    this.#recording = undefined;
    await this.#more(signal);
  }

  async #more(signal) {
    this.loading = "Loading…";
    try {
      const read = await page(this.domainId, this.caseId, this.#nextToken, signal);
      // After the first page, so that it has each event of the walk.
      this.#recording ??= await Recording.read(this.domainId, this.caseId, signal);
      const events = this.#itemsOf(read);
      this.#pages++;
      this.#nextToken = read.nextToken || undefined;
      this.items = [...this.#withoutLastEdge(), ...events, { kind: "edge", page: this.#pages, isLast: !this.#nextToken }];
    } finally {
      // Not for a read that another one has replaced.
      if (signal === this.reading.signal) {
        this.loading = "";
      }
    }
  }

  #itemsOf(read) {
    return (read.auditEvents ?? []).map(
      event => ({ kind: "event", event, rules: this.#recording.rulesOf(event), index: this.#events++ }));
  }

  // Only the last edge has the button.
  #withoutLastEdge() {
    const last = this.items.at(-1);
    return last?.kind === "edge" ? [...this.items.slice(0, -1), { ...last, isPassed: true }] : this.items;
  }

  #loadMore = () => this.attempt(() => this.#more(this.reading.signal));

  /** Loads what is left, in steps of many pages for each drawing. */
  #loadAll = () =>
    this.attempt(async () => {
      const { signal } = this.reading;
      this.loading = "Loading…";
      const items = [...this.#withoutLastEdge()];
      const seen = new Set();
      let drawn = Date.now();
      while (this.#nextToken && this.loading && !seen.has(this.#nextToken)) {
        seen.add(this.#nextToken);
        const read = await page(this.domainId, this.caseId, this.#nextToken, signal);
        items.push(...this.#itemsOf(read));
        this.#nextToken = read.nextToken || undefined;
        items.push({ kind: "edge", page: ++this.#pages, isLast: !this.#nextToken, isPassed: Boolean(this.#nextToken) });
        if (Date.now() - drawn > 500) {
          drawn = Date.now();
          this.loading = `Loading, ${plural(this.#events, "event")}…`;
          this.items = [...items];
        }
      }
      items.push({ ...items.pop(), isPassed: false });
      this.items = items;
      this.loading = "";
    });

  render() {
    const { query } = this.route;
    const shown = this.#found(query);
    const opened = query.get("event");
    return html`<section class="history" aria-labelledby="case-title">
      <div class="bar">
        <a class="back" href=${address(["histories", this.domainId])}>‹ Cases</a>
        <h1 id="case-title"><bdi class="quiet">${visible(this.domainId)}</bdi> / <bdi>${visible(this.caseId)}</bdi></h1>
        <edit-case .domainId=${this.domainId} .caseId=${this.caseId} label="Change"
          @world-changed=${this.#changed}></edit-case>
        <button type="button" aria-expanded=${query.has("now")} @click=${this.#toggleNow}>Case now</button>
        <copy-text .choices=${this.#choices()}></copy-text>
        <a class="button" href=${address(["faults", this.domainId, this.caseId])}>Faults</a>
      </div>
      ${this.#filters(query)}
      ${problemBox(this.problem)} ${this.#hint()}
      <p class="quiet" role="status">${this.loading || this.#sizes(shown)}</p>
      <div class=${opened || query.has("now") ? "panes open" : "panes"}>
        <virtual-list class="timeline" label="Events, newest first" .items=${shown} .height=${rowHeight}
          .row=${item => this.#row(item, opened)}></virtual-list>
        ${opened ? this.#details(opened) : query.has("now") ? this.#now() : nothing}
      </div>
    </section>`;
  }

  #hint() {
    return this.problem?.status === 403
      ? html`<p class="quiet">The console does not sign requests. <a href="/q/swagger-ui/">Export the case</a> instead if
          the mock checks signatures.</p>`
      : nothing;
  }

  #sizes(shown) {
    const pages = `${plural(this.#events, "event")} on ${plural(this.#pages, "page")}${this.#nextToken ? ", and more" : ""}`;
    const events = shown.filter(item => item.kind === "event").length;
    return events === this.#events ? pages : `${plural(events, "event")} of ${pages}`;
  }

  #filters(query) {
    const types = new Set(this.items.filter(item => item.event).map(item => String(item.event.type)));
    const fields = new Set(this.items.flatMap(item => (item.event?.fields ?? []).map(field => String(field?.eventFieldId))));
    return html`<div class="filters" role="search" aria-label="Filter events">
      ${this.#choice("type", "Type", types, query)} ${this.#choice("field", "Field", fields, query)}
      <label>Person <input type="search" .value=${query.get("person") ?? ""} @input=${this.#filter("person")}></label>
      <label>Text <input type="search" .value=${query.get("text") ?? ""} @input=${this.#filter("text")}></label>
    </div>`;
  }

  #filter = name => event => setQuery({ [name]: event.target.value });

  #choice(name, label, values, query) {
    const chosen = query.get(name) ?? "";
    return html`<label>${label}
      <select @change=${this.#filter(name)}>
        <option value="" ?selected=${!chosen}>any</option>
        ${[...values, ...(chosen && !values.has(chosen) ? [chosen] : [])].sort().slice(0, 500).map(
          one => html`<option value=${one} ?selected=${one === chosen}>${visible(one)}</option>`)}
      </select>
    </label>`;
  }

  #found(query) {
    const wanted = ["type", "field", "person", "text"].map(name => query.get(name) ?? "");
    const key = wanted.join("\n");
    if (this.#rows.of !== this.items || this.#rows.key !== key) {
      const [type, field, who, text] = wanted;
      const list = key.trim() === "" ? this.items : this.items.filter(
        item => (item.kind === "edge" ? !item.isPassed
          : (!type || item.event?.type === type)
            && (!field || item.event?.fields?.some(one => one?.eventFieldId === field))
            && contains(who, person(item.event), item.event?.performedBy?.iamPrincipalArn ?? "")
            && contains(text, text && JSON.stringify(item.event))));
      this.#rows = { of: this.items, key, list };
    }
    return this.#rows.list;
  }

  #row = (item, opened) =>
    item.kind === "event"
      ? eventRow(item, opened !== null && opened === item.event?.eventId,
          () => this.#open(item.event?.eventId))
      : html`<div class="edge"><span>${item.isLast ? `End of the history, page ${item.page}` : `End of page ${item.page}`}</span>
          ${item.isPassed || item.isLast ? nothing : html`
            <button type="button" ?disabled=${Boolean(this.loading)} @click=${this.#loadMore}>Load more</button>
            ${this.loading
              ? html`<button type="button" @click=${() => (this.loading = "")}>Stop</button>`
              : html`<button type="button" @click=${this.#loadAll}>Load all</button>`}`}</div>`;

  #open(eventId) {
    this.#opened = eventId;
    setQuery({ event: eventId }, true);
    focusSoon(this, ".details h2");
  }

  #details(eventId) {
    const item = this.items.find(one => one.event?.eventId === eventId);
    return html`<section class="details" aria-label="Event">
      <div class="bar"><h2 tabindex="-1">Event</h2>
        <copy-text label="Copy" .choices=${{ JSON: () => JSON.stringify(item?.event, null, 2) }}></copy-text>
        <button type="button" @click=${this.#close}>Close</button></div>
      ${item ? eventDetails(item) : html`<p>The event is not among those that are loaded.</p>`}
    </section>`;
  }

  #toggleNow = () => setQuery({ now: this.route.query.has("now") ? "" : "1", event: "" }, true);

  #now = () => html`<section class="details" aria-label="Case now">
    <div class="bar"><h2>Case now</h2><button type="button" @click=${this.#toggleNow}>Close</button></div>
    <case-content .domainId=${this.domainId} .caseId=${this.caseId}></case-content>
  </section>`;

  #close = () => {
    setQuery({ event: "" }, true);
    focusSoon(this, `[aria-label="Details of event ${CSS.escape(visible(this.#opened))}"]`);
  };

  #choices() {
    const events = () => this.items.filter(item => item.kind === "event").map(item => item.event);
    return {
      "Fixture YAML": () => fixture(this.domainId, this.caseId, events()),
      ...Object.fromEntries(Object.entries(snippets).map(
        ([name, write]) => [name, () => write(location.origin, this.domainId, this.caseId)])),
    };
  }

  #changed = () => this.attempt(() => this.read(this.reading.signal));
}

const contains = (needle, ...texts) =>
  needle === "" || texts.some(text => text.toLowerCase().includes(needle.toLowerCase()));

customElements.define("case-history", CaseHistory);
