import { LitElement, html } from "lit";
import { store } from "./store.js";
import { route } from "./router.js";

/** A component in the page itself, with its styles. It is drawn again when the store or the address changes. */
export class View extends LitElement {
  static properties = { problem: { state: true } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    /** @type {Error | undefined} */
    this.problem = undefined;
  }

  /** Of the latest read. */
  reading = new AbortController();

  #draw = () => {
    this.refresh();
    this.requestUpdate();
  };

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    store.addEventListener("change", this.#draw);
    addEventListener("hashchange", this.#draw);
    this.refresh();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.reading.abort();
    store.removeEventListener("change", this.#draw);
    removeEventListener("hashchange", this.#draw);
  }

  get route() {
    return route();
  }

  #basis = "";

  /** Reads again if what it depends on has changed: another address, or a mock that was away. */
  refresh() {
    const basis = this.basis();
    if (basis === undefined || store.needsToken) {
      this.#basis = "";
      return;
    }
    const key = JSON.stringify([basis, store.generation]);
    if (key !== this.#basis) {
      this.#basis = key;
      this.reading.abort();
      this.reading = new AbortController();
      this.attempt(() => this.read(this.reading.signal));
    }
  }

  /** @returns {unknown} what `read` depends on; undefined for nothing to read */
  basis() {
    return undefined;
  }

  /** @param {AbortSignal} signal */
  async read(signal) {}

  /** Runs an action, and shows its problem. Returns whether it succeeded. */
  async attempt(action) {
    try {
      this.problem = undefined;
      await action();
      return true;
    } catch (problem) {
      if (problem.name !== "AbortError") {
        this.problem = problem;
      }
      return false;
    } finally {
      this.requestUpdate();
    }
  }
}

/** The message of a problem, with each of its parts. */
export const problemBox = problem =>
  problem &&
  html`<div class="problem" role="alert">
    <strong>${problem.name}</strong>
    ${problem.problems?.length
      ? html`<ul>${problem.problems.map(
          one => html`<li>${one.pointer ? html`<code>${one.pointer}</code>: ` : ""}expected ${one.expected}, got ${one.got}</li>`)}</ul>`
      : html`<span>${problem.message}</span>`}
  </div>`;

/** Puts focus into an element once it is drawn. */
export const focusSoon = (view, selector) =>
  view.updateComplete.then(() => view.querySelector(selector)?.focus({ preventScroll: true }));
