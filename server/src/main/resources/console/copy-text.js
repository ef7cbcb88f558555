import { html, nothing } from "lit";
import { View } from "./view.js";

/** Buttons that show a text and copy it. */
class CopyText extends View {
  static properties = { choices: { attribute: false }, label: { type: String }, shown: { state: true }, said: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    /** @type {Object<string, () => string | Promise<string>>} */
    this.choices = {};
    this.label = "Copy as";
    this.shown = undefined;
    this.said = "";
  }

  render() {
    return html`<details class="copy">
        <summary role="button">${this.label}</summary>
        <div class="menu">
          ${Object.keys(this.choices).map(
            name => html`<button type="button" @click=${() => this.#open(name)}>${name}</button>`)}
        </div>
      </details>
      <dialog aria-labelledby="copy-title" @close=${() => (this.shown = undefined)}>
        ${this.shown
          ? html`<h2 id="copy-title">${this.shown.name}</h2>
              <pre tabindex="0" aria-label="Text to copy">${this.shown.text}</pre>
              <p role="status">${this.said}</p>
              <div class="actions">
                <button type="button" class="primary" @click=${this.#copy}>Copy</button>
                <button type="button" @click=${this.#close}>Close</button>
              </div>`
          : nothing}
      </dialog>`;
  }

  #open = async name => {
    this.querySelector("details").open = false;
    await this.attempt(async () => {
      this.shown = { name, text: await this.choices[name]() };
      this.said = "";
      await this.updateComplete;
      this.querySelector("dialog").showModal();
    });
  };

  #close = () => this.querySelector("dialog").close();

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.shown.text);
      this.said = "Copied";
    } catch {
      getSelection()?.selectAllChildren(this.querySelector("pre"));
      this.said = "Selected: copy it with the keyboard";
    }
  };
}
customElements.define("copy-text", CopyText);
