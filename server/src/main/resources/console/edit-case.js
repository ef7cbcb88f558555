import { html, nothing } from "lit";
import { control, path } from "./api.js";
import { go } from "./router.js";
import { problemBox, View } from "./view.js";

const NEW_EVENT = () => ({
  eventId: crypto.randomUUID?.() ?? `event-${Date.now()}`,
  type: "Case.Updated",
  performedTime: new Date().toISOString(),
  fields: [{ eventFieldId: "status", oldValue: { stringValue: "open" }, newValue: { stringValue: "closed" } }],
  performedBy: { iamPrincipalArn: "arn:aws:iam::111122223333:role/ConnectCasesAgent", user: { customEntity: "console" } },
});

/** Changes a case, or adds one. */
class EditCase extends View {
  static properties = { domainId: { type: String }, caseId: { type: String }, label: { type: String }, mode: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    this.domainId = "";
    this.caseId = "";
    this.label = "Add a case";
    this.mode = "";
  }

  #template = "";

  render() {
    return html`<button type="button" @click=${this.#open}>${this.label}</button>
      <dialog aria-label=${this.label} @close=${() => (this.mode = "")}>${this.mode ? this.#form() : nothing}</dialog>`;
  }

  #form() {
    const modes = { append: "Append events", generate: "Generate events", put: "Put events" };
    return html`<form @submit=${this.#submit}>
      <h2>${this.caseId ? "Change the case" : "Add a case"}</h2>
      <div class="filters">
        <label>How
          <select @change=${event => (this.mode = event.target.value)}>
            ${Object.entries(modes).filter(([mode]) => this.caseId || mode !== "append").map(
              ([mode, title]) => html`<option value=${mode} ?selected=${mode === this.mode}>${title}</option>`)}
          </select></label>
        ${this.caseId ? nothing : html`
          <label>Domain <input name="domain" required maxlength="500" .defaultValue=${this.domainId}></label>
          <label>Case <input name="case" required maxlength="500"></label>`}
        ${this.mode === "generate" ? html`
          <label>Events <input name="events" type="number" min="1" max="1000000" required .defaultValue=${"100"}></label>
          <label>Seed <input name="seed" type="number" required .defaultValue=${"1"}></label>` : nothing}
      </div>
      ${this.mode === "generate" ? nothing : html`
        <label>Events as JSON, ${this.mode === "append" ? "oldest first" : "as the operation serves them"}
          <textarea name="json" rows="14" spellcheck="false"
            .defaultValue=${this.#template}></textarea></label>`}
      ${this.mode !== "append" && this.caseId
        ? html`<p class="quiet">This replaces the history. Page tokens of the present one become invalid.</p>` : nothing}
      ${problemBox(this.problem)}
      <div class="actions">
        <button class="primary">${modes[this.mode]}</button>
        <button type="button" @click=${this.#close}>Cancel</button>
      </div>
    </form>`;
  }

  #open = async () => {
    this.#template = JSON.stringify({ auditEvents: [NEW_EVENT()] }, null, 2);
    this.mode = this.caseId ? "append" : "generate";
    this.problem = undefined;
    await this.updateComplete;
    this.querySelector("dialog").showModal();
  };

  #close = () => this.querySelector("dialog").close();

  #submit = async event => {
    event.preventDefault();
    const form = new FormData(event.target);
    const domainId = this.caseId ? this.domainId : String(form.get("domain"));
    const caseId = this.caseId || String(form.get("case"));
    const place = () => path("domains", domainId, "cases", caseId);
    const done = await this.attempt(() =>
      this.mode === "append" ? control("POST", `${place()}/events`, String(form.get("json")))
      : control("PUT", place(), this.mode === "put" ? String(form.get("json"))
        : { generate: { events: Number(form.get("events")), seed: Number(form.get("seed")) } }));
    if (done) {
      this.#close();
      this.dispatchEvent(new Event("world-changed"));
      if (!this.caseId) {
        go(["histories", domainId, caseId]);
      }
    }
  };
}
customElements.define("edit-case", EditCase);
