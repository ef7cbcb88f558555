import { html, nothing } from "lit";
import { control, path } from "./api.js";
import { visible } from "./format.js";
import { problemBox, View } from "./view.js";

/** The rate limits of domains. */
class RateLimits extends View {
  static properties = { limits: { attribute: false }, domainId: { type: String } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    /** @type {{domainId?: string, rate: number, burst: number, answer?: string}[]} */
    this.limits = [];
    this.domainId = undefined;
  }

  render() {
    return html`<section class="card" aria-labelledby="limits-title">
      <h2 id="limits-title">Rate limits</h2>
      ${this.limits.length === 0 ? html`<p class="quiet">None: clients may call as often as they like.</p>` : html`
        <div class="scroll" tabindex="0" role="region" aria-label="Limits"><table>
          <thead><tr><th>Domain</th><th>A second</th><th>At once</th><th>Beyond it</th><td></td></tr></thead>
          <tbody>${this.limits.map(limit => html`<tr>
            <td><bdi>${limit.domainId === undefined ? "every domain" : visible(limit.domainId)}</bdi></td>
            <td>${limit.rate}</td><td>${limit.burst}</td><td><code>${limit.answer ?? "Throttling"}</code></td>
            <td><button type="button" aria-label=${`Remove the limit of ${limit.domainId ?? "every domain"}`}
              @click=${() => this.#change(limit.domainId, "DELETE")}>Remove</button></td></tr>`)}</tbody>
        </table></div>`}
      <form class="filters" @submit=${this.#set}>
        <label>Domain <input name="domain" placeholder="every domain" maxlength="500" .defaultValue=${this.domainId ?? ""}></label>
        <label>Requests a second <input name="rate" type="number" min="0.001" max="1000000" step="any" required .defaultValue=${"5"}></label>
        <label>At once <input name="burst" type="number" min="1" max="1000000" .defaultValue=${"1"}></label>
        <label>Beyond it <input name="answer" placeholder="Throttling"></label>
        <button>Set</button>
      </form>
      ${this.problem ? problemBox(this.problem) : nothing}
    </section>`;
  }

  #set = event => {
    event.preventDefault();
    const form = new FormData(event.target);
    this.#change(form.get("domain") || undefined, "PUT", {
      rate: Number(form.get("rate")),
      ...(form.get("burst") && { burst: Number(form.get("burst")) }),
      ...(form.get("answer") && { answer: form.get("answer") }),
    });
  };

  async #change(domainId, method, body) {
    const scope = () => (domainId === undefined ? "" : path("domains", domainId));
    if (await this.attempt(() => control(method, `${scope()}/rate-limit`, body))) {
      this.dispatchEvent(new Event("changed"));
    }
  }
}
customElements.define("rate-limits", RateLimits);
