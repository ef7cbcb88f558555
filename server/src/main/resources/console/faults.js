import { html, nothing } from "lit";
import "./script-editor.js";
import "./rate-limits.js";
import { control, path } from "./api.js";
import { plural, visible } from "./format.js";
import { address, go } from "./router.js";
import { problemBox, View } from "./view.js";

const PAGES = ["short-pages", "empty-pages", "empty-last-page", "null-token", "long-tokens", "tokens-expire(5s)", "tokens-once",
  "illegal-repeated-token", "illegal-empty-token", "illegal-endless"];
const TOMORROW = ["all", "event-type", "related-item-type", "field-arm", "user-arm", "union-type", "null-items", "extra-members"];
const scopeOf = (domainId, caseId) =>
  domainId === undefined ? "" : caseId === undefined ? path("domains", domainId) : path("domains", domainId, "cases", caseId);

/** What the mock is told to do: for everything, a domain or a case. */
class FaultsView extends View {
  static properties = { said: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    this.said = "";
  }

  #state = undefined;
  #own = undefined;

  basis() {
    return this.route.ids;
  }

  async read(signal) {
    const [domainId, caseId] = this.route.ids;
    [this.#state, this.#own] = await Promise.all([
      control("GET", "/state", undefined, signal),
      control("GET", `${scopeOf(domainId, caseId)}/behaviour`, undefined, signal),
    ]);
    this.#read = this.route.ids.join("\n");
  }

  #read = undefined;
  #again = () => this.read(this.reading.signal);

  render() {
    const [domainId, caseId] = this.route.ids;
    return html`<div class="faults">
      <section class="card" aria-labelledby="faults-title">
        <div class="bar"><h1 id="faults-title">Faults</h1></div>
        ${this.#scope(domainId, caseId)}
        ${this.#read === this.route.ids.join("\n") ? this.#form() : nothing}
      </section>
      <section class="card" aria-labelledby="active-title">
        <div class="bar"><h2 id="active-title">In force</h2>
          <button type="button" @click=${() => this.querySelector("dialog.reset").showModal()}>Reset everything</button></div>
        ${this.#list()}
      </section>
      <rate-limits .limits=${this.#state?.rateLimits ?? []} .domainId=${domainId} @changed=${() => this.attempt(this.#again)}></rate-limits>
      <dialog class="reset" aria-labelledby="reset-title">
        <h2 id="reset-title">Reset everything?</h2>
        <p>Restores the fixtures with their behaviours and the configured rate limits, empties the journal, and ends all exams.</p>
        <div class="actions"><button type="button" class="primary" @click=${this.#reset}>Reset</button>
          <button type="button" @click=${event => event.target.closest("dialog").close()}>Cancel</button></div>
      </dialog>
    </div>`;
  }

  #scope = (domainId, caseId) => html`<form class="filters" @submit=${this.#choose}>
    <label>Domain <input name="domain" placeholder="all domains" .value=${domainId ?? ""} maxlength="500"></label>
    <label>Case <input name="case" placeholder="all its cases" .value=${caseId ?? ""} maxlength="500"></label>
    <button>Go to this scope</button>
  </form>
  <p class="quiet">Scope: <strong>${scopeName(domainId, caseId)}</strong>. The most specific setting wins.</p>`;

  #choose = event => {
    event.preventDefault();
    const form = new FormData(event.target);
    const ids = [String(form.get("domain")), String(form.get("case"))];
    go(["faults", ...(ids[0] ? ids.filter(id => id) : [])]);
  };

  #form() {
    const own = this.#own;
    return html`<form @submit=${this.#apply}>
      <script-editor .script=${own.faults ?? ""}></script-editor>
      <div class="filters">
        <label>Calls <input name="calls" type="number" min="1" max="1000000" placeholder="any number" .defaultValue=${String(own.calls ?? "")}></label>
        <label>Pages <input name="pages" list="page-styles" placeholder="as usual" .defaultValue=${own.pages ?? ""}></label>
        <label>Future members <input name="tomorrow" list="future-members" placeholder="none" .defaultValue=${own.tomorrow ?? ""}></label>
      </div>
      <datalist id="page-styles">${PAGES.map(name => html`<option value=${name}></option>`)}</datalist>
      <datalist id="future-members">${TOMORROW.map(name => html`<option value=${name}></option>`)}</datalist>
      ${problemBox(this.problem)}
      <p class="quiet" role="status">${this.said || (own.callsSeen !== undefined
        ? `Played by ${plural(own.callsSeen, "call")}, ${plural(own.attemptsSeen, "attempt")}` : "")}</p>
      <div class="actions"><button class="primary">Apply</button>
        <button type="button" @click=${this.#remove}>Remove</button></div>
    </form>`;
  }

  #apply = async event => {
    event.preventDefault();
    const form = new FormData(event.target);
    const faults = this.querySelector("script-editor").value.trim();
    const behaviour = {
      ...(faults && { faults }),
      ...(form.get("calls") && { calls: Number(form.get("calls")) }),
      ...(form.get("pages") && { pages: form.get("pages") }),
      ...(form.get("tomorrow") && { tomorrow: form.get("tomorrow") }),
    };
    await this.#change("PUT", behaviour, "Applied");
  };

  #remove = () => this.#change("DELETE", undefined, "Removed");

  async #change(method, body, said) {
    const [domainId, caseId] = this.route.ids;
    this.said = "";
    await this.attempt(async () => {
      await control(method, `${scopeOf(domainId, caseId)}/behaviour`, body);
      await this.#again();
      this.said = said;
    });
  }

  #list() {
    const behaviours = this.#state?.behaviours ?? [];
    return behaviours.length === 0
      ? html`<p class="quiet">Nothing: every request is served as usual.</p>`
      : html`<div class="scroll" tabindex="0" role="region" aria-label="Behaviours"><table>
        <thead><tr><th>Scope</th><th>Faults</th><th>Pages</th><th>Future members</th><th>Played</th></tr></thead>
        <tbody>${behaviours.map(one => html`<tr>
          <td><a href=${address(["faults", ...[one.domainId, one.caseId].filter(id => id !== undefined)])}>${scopeName(one.domainId, one.caseId)}</a></td>
          <td><code>${visible(one.faults ?? "–")}</code></td><td>${one.pages ?? "–"}</td><td>${one.tomorrow ?? "–"}</td>
          <td>${one.callsSeen === undefined ? "–" : plural(one.callsSeen, "call")}</td></tr>`)}</tbody>
      </table></div>`;
  }

  #reset = async () => {
    this.querySelector("dialog.reset").close();
    await this.attempt(async () => {
      await control("DELETE", "/state");
      await this.#again();
      this.said = "Reset";
    });
  };
}

const scopeName = (domainId, caseId) =>
  domainId === undefined ? "the whole mock"
  : html`<bdi>${visible(domainId)}</bdi>${caseId === undefined ? nothing : html` / <bdi>${visible(caseId)}</bdi>`}`;

customElements.define("faults-view", FaultsView);
