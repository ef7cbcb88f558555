import { html, nothing } from "lit";
import { control, path } from "./api.js";
import { chip, visibleLines } from "./event-row.js";
import { shortArn, visible } from "./format.js";
import { problemBox, View } from "./view.js";

/** What a case is now: its fields, tags and related items. */
class CaseContent extends View {
  static properties = { domainId: { type: String }, caseId: { type: String }, content: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    this.domainId = "";
    this.caseId = "";
    this.content = undefined;
  }

  basis() {
    return this.caseId ? [this.domainId, this.caseId] : undefined;
  }

  async read(signal) {
    this.content = await control("GET", `${path("domains", this.domainId, "cases", this.caseId)}/content`, undefined, signal);
  }

  willUpdate(changed) {
    if (changed.has("domainId") || changed.has("caseId")) {
      this.refresh();
    }
  }

  render() {
    const { content } = this;
    return html`${problemBox(this.problem)}
      ${content ? html`
        <h3>Fields</h3>
        <dl class="facts">
          ${content.fields.map(field => html`<dt><bdi>${visible(field.id)}</bdi></dt><dd>${chip(field.value)}</dd>`)}
          ${["created", "updated", "closed"].filter(name => content[name]).map(
            name => html`<dt>${name}</dt><dd>${visible(content[name])}</dd>`)}
          ${Object.entries(content.tags ?? {}).map(
            ([name, text]) => html`<dt>tag <bdi>${visible(name)}</bdi></dt><dd><bdi>${visible(text)}</bdi></dd>`)}
        </dl>
        <h3>Related items</h3>
        ${Object.keys(content.relatedItems ?? {}).length === 0 ? html`<p class="quiet">None.</p>` : nothing}
        ${Object.entries(content.relatedItems ?? {}).map(([id, item]) => html`
          <p><span class="related">${visible(item.type)}</span> <bdi class="quiet" title=${visible(id)}>${visible(shortArn(id))}</bdi></p>
          <pre tabindex="0" aria-label=${`Related item ${visible(id)}`}>${visibleLines(JSON.stringify(item.content, null, 2))}</pre>`)}` : nothing}`;
  }
}

customElements.define("case-content", CaseContent);
