import { LitElement, html } from "lit";

// Browsers draw nothing beyond some 33 million pixels.
const TALLEST = 8_000_000;
const MARGIN = 400;

/**
 * A list of any length, of which only what can be seen is in the page. The height of each row follows from its item, in
 * rem, so that rows need not be measured.
 *
 * A list that is taller than a browser can scroll has a shorter scroll bar: small steps move by as much as usual, long
 * ones by their share of the list.
 */
export class VirtualList extends LitElement {
  static properties = {
    items: { attribute: false },
    height: { attribute: false },
    row: { attribute: false },
    label: { type: String },
    end: { attribute: false },
  };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    /** @type {unknown[]} */
    this.items = [];
    /** @type {(item: any) => number} */
    this.height = () => 3;
    /** @type {(item: any, index: number) => unknown} */
    this.row = () => html``;
    this.label = "";
    /** Runs when the end comes into sight. */
    this.end = () => {};
  }

  #tops = new Float64Array(1);
  #items = /** @type {unknown[]} */ ([]);
  #rem = 16;
  #top = 0;
  #scrolled = 0;
  #resized = new ResizeObserver(() => this.requestUpdate());

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
    this.addEventListener("scroll", this.#onScroll, { passive: true });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.removeEventListener("scroll", this.#onScroll);
  }

  get #total() {
    return this.#tops[this.items.length] * this.#rem;
  }

  get #box() {
    return Math.min(this.#total, TALLEST);
  }

  #onScroll = () => {
    const moved = this.scrollTop - this.#scrolled;
    const mostOfBox = Math.max(1, this.#box - this.clientHeight);
    const most = Math.max(0, this.#total - this.clientHeight);
    this.#scrolled = this.scrollTop;
    const isStep = Math.abs(moved) < this.clientHeight && this.scrollTop > 0 && this.scrollTop < mostOfBox;
    this.#top =
      most <= mostOfBox ? this.scrollTop
      : isStep ? Math.min(most, Math.max(0, this.#top + moved))
      : (this.scrollTop / mostOfBox) * most;
    this.requestUpdate();
  };

  /** Brings an item into sight. */
  show(index) {
    const top = this.#tops[index] * this.#rem - this.clientHeight / 3;
    this.scrollTop = top * (this.#box / Math.max(1, this.#total));
  }

  willUpdate() {
    this.#rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (this.#items !== this.items || this.#tops.length !== this.items.length + 1) {
      this.#items = this.items;
      this.#tops = new Float64Array(this.items.length + 1);
      this.items.forEach((item, index) => (this.#tops[index + 1] = this.#tops[index] + this.height(item)));
    }
  }

  /** The index of the row at a height in pixels. */
  #at(pixels) {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#tops[middle + 1] * this.#rem <= pixels) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  render() {
    const first = this.#at(this.#top - MARGIN);
    const last = Math.min(this.items.length, this.#at(this.#top + (this.clientHeight || 600) + MARGIN) + 1);
    const shift = this.scrollTop - this.#top;
    const rows = [];
    for (let index = first; index < last; index++) {
      const top = this.#tops[index] * this.#rem + shift;
      const height = (this.#tops[index + 1] - this.#tops[index]) * this.#rem;
      rows.push(html`<div role="listitem" class="row" aria-posinset=${index + 1} aria-setsize=${this.items.length}
        .style=${`transform:translateY(${top}px);height:${height}px`}>${this.row(this.items[index], index)}</div>`);
    }
    return html`<div class="rows" role="list" aria-label=${this.label} tabindex="0"
      .style=${`height:${this.#box}px`}>${rows}</div>`;
  }

  updated() {
    if (this.items.length > 0 && this.#total - this.#top - this.clientHeight < MARGIN) {
      this.end();
    }
  }
}
customElements.define("virtual-list", VirtualList);
