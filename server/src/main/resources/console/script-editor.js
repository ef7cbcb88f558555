import { html, nothing } from "lit";
import { control } from "./api.js";
import { visible } from "./format.js";
import { View } from "./view.js";

/** The grammar of fault scripts, as the contract describes it. */
export const STEPS = [
  ["ok", "as usual"],
  ["Throttling", "429, retryable"],
  ["InternalServer", "500, retryable"],
  ["InternalServer(retryAfter=1)", "500 with Retry-After, in seconds"],
  ["ServiceUnavailable", "503, from the gateway"],
  ["Validation", "400, not retryable"],
  ["AccessDenied", "403, not retryable"],
  ["ResourceNotFound", "404, not retryable"],
  ["BadRequest", "400, from the gateway"],
  ["error(429, name=TooManyRequestsException)", "any status and name"],
  ["latency(1s)", "a delay; then as usual"],
  ["latency(250ms..900ms)", "a delay from a range"],
  ["lost", "performs the operation, then closes without a response"],
  ["reset", "a TCP reset"],
  ["close", "closes without a response"],
  ["close(midway)", "closes within the body"],
  ["hang", "no response"],
  ["slow(1000)", "so many bytes a second"],
  ["malformed", "a body that is no JSON"],
  ["html", "an HTML page, as proxies send it"],
  ["wrong-content-type", "text/plain"],
  ["gateway", "the checks of a gateway in front"],
];

export const EXAMPLES = {
  "Throttled twice": "Throttling*2",
  "Slow, then fails": "latency(2s) + InternalServer, ok",
  "Asked to wait": "InternalServer(retryAfter=2)",
  "Broken connections": "reset, close(midway)",
  "Lost answers": "lost, ok",
  "Flaky": "30% InternalServer*forever; seed=7",
  "Never retry this": "Validation",
};

/** A fault script: with completion of steps, the mock's message at its character, and what attempts will get. */
class ScriptEditor extends View {
  static properties = { script: { type: String }, value: { state: true }, preview: { state: true }, chosen: { state: true }, offered: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    this.script = "";
    this.value = "";
    this.preview = undefined;
    this.chosen = 0;
    this.offered = [];
  }

  #later = 0;

  willUpdate(changed) {
    if (changed.has("script")) {
      this.#set(this.script);
    }
  }

  #set(text) {
    this.value = text;
    clearTimeout(this.#later);
    this.#later = setTimeout(() => this.#read(), 150);
  }

  async #read() {
    const faults = this.value.trim();
    if (!faults) {
      this.preview = this.problem = undefined;
      return;
    }
    this.reading.abort();
    this.reading = new AbortController();
    const { signal } = this.reading;
    const calls = /[%]|\.\./.test(faults) ? 3 : 1;
    const isRead = await this.attempt(async () => (this.preview = await control("POST", "/fault-previews", { faults, calls }, signal)));
    if (!isRead && !signal.aborted) {
      this.preview = undefined;
    }
  }

  render() {
    return html`<div class="script">
      <label for="script">Fault script: one step for each attempt of a call</label>
      <textarea id="script" name="script" rows="3" spellcheck="false" autocomplete="off" maxlength="4000" aria-autocomplete="list"
        aria-controls="offered" aria-describedby="script-problem" aria-invalid=${this.problem ? "true" : "false"}
        aria-activedescendant=${this.offered.length ? `offer-${this.chosen}` : nothing}
        placeholder="Throttling*2, latency(1s), ok" .value=${this.value} @input=${this.#onInput} @keydown=${this.#onKey}
        @blur=${() => (this.offered = [])}></textarea>
      <ul id="offered" role="listbox" aria-label="Steps" ?hidden=${this.offered.length === 0}>
        ${this.offered.map(([step, what], index) => html`<li id=${`offer-${index}`} role="option"
          aria-selected=${index === this.chosen ? "true" : "false"} @mousedown=${event => this.#accept(event, index)}>
          <code>${step}</code> <span class="quiet">${what}</span></li>`)}
      </ul>
      <div id="script-problem">${this.#problemAtItsPlace()}</div>
      <div class="examples" role="group" aria-label="Examples">
        ${Object.entries(EXAMPLES).map(([title, script]) =>
          html`<button type="button" @click=${() => this.#set(script)} title=${script}>${title}</button>`)}
      </div>
      <div aria-live="polite">${this.#previews()}</div>
    </div>`;
  }

  #problemAtItsPlace() {
    const problem = this.problem?.problems?.[0];
    if (!problem) {
      return this.problem ? html`<p class="problem">${this.problem.message}</p>` : nothing;
    }
    const [, got, position] = /^(.*) at character (\d+)$/s.exec(problem.got) ?? [];
    const characters = Array.from(this.value.trimStart());
    const at = Number(position ?? 1) - 1;
    return html`<div class="problem">
      ${position === undefined ? nothing : html`<p class="place"><code>${visible(characters.slice(Math.max(0, at - 40), at).join(""))}<mark>${
        visible(characters.slice(at, at + 1).join("")) || "⏎"}</mark>${visible(characters.slice(at + 1, at + 40).join(""))}</code></p>`}
      <p><strong>At character ${position ?? "?"}</strong>: expected ${problem.expected}, got ${visible(got ?? problem.got)}</p></div>`;
  }

  #previews() {
    const calls = this.preview?.calls ?? [];
    return calls.length === 0 ? nothing : html`<h2>What the next calls get</h2>
      ${calls.map((call, index) => html`<ol class="preview" aria-label=${`Call ${index + 1}`}>
        ${call.attempts.map(attempt => html`<li class=${attempt.fault === "ok" ? "good" : attempt.status < 500 && attempt.status !== 429 ? "warn" : attempt.status ? "bad" : "open"}>
          <b>${attempt.status ?? ""}</b> ${visible(attempt.fault)}</li>`)}
        <li class="good">${call.complete ? "then as usual" : "and so on"}</li>
      </ol>`)}`;
  }

  #onInput = event => {
    this.#set(event.target.value);
    const word = this.#wordBefore(event.target).toLowerCase();
    this.offered = word ? STEPS.filter(([step]) => step.toLowerCase().startsWith(word)).slice(0, 8) : [];
    this.chosen = 0;
  };

  #wordBefore = area => /[A-Za-z(-]*$/.exec(area.value.slice(0, area.selectionStart))[0];

  #onKey = event => {
    const isOpen = this.offered.length > 0;
    if (event.key === " " && event.ctrlKey) {
      this.offered = STEPS;
      this.chosen = 0;
    } else if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const by = event.key === "ArrowDown" ? 1 : this.offered.length - 1;
      this.chosen = (this.chosen + by) % this.offered.length;
    } else if (isOpen && event.key === "Enter") {
      this.#accept(event, this.chosen);
      return;
    } else if (isOpen && event.key === "Escape") {
      this.offered = [];
    } else {
      return;
    }
    event.preventDefault();
  };

  #accept(event, index) {
    event.preventDefault();
    const area = this.querySelector("textarea");
    const begin = area.selectionStart - this.#wordBefore(area).length;
    area.setRangeText(this.offered[index][0], begin, area.selectionStart, "end");
    this.#set(area.value);
    this.offered = [];
  }
}
customElements.define("script-editor", ScriptEditor);
