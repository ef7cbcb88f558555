// The page around the views: navigation, the state of the connection, and the question for the token.
import { html, nothing } from "lit";
import { follow, restart } from "./journal.js";
import { store } from "./store.js";
import { address, route } from "./router.js";
import { View } from "./view.js";

const VIEWS = {
  start: ["Start", () => html`<start-view></start-view>`],
  histories: ["Histories", () => html`<histories-view></histories-view>`],
  calls: ["Calls", () => html`<calls-view></calls-view>`],
  faults: ["Faults", () => html`<faults-view></faults-view>`],
  exams: ["Exams", () => html`<exams-view></exams-view>`],
};

const CONNECTIONS = {
  connecting: "Connecting…",
  live: "Live",
  polling: "Polling",
  gone: "The mock is gone. Trying again…",
};

class MockConsole extends View {
  #view = "";

  connectedCallback() {
    // What stands here for browsers without scripts.
    this.replaceChildren();
    super.connectedCallback();
    follow();
  }

  render() {
    const { view } = route();
    const [, content] = VIEWS[view] ?? [];
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>Skip to content</a>
      <header>
        <a class="brand" href=${address(["start"])}><b>Cases</b> mock</a>
        <nav aria-label="Views">
          ${Object.entries(VIEWS).map(
            ([name, [title]]) =>
              html`<a href=${address([name])} aria-current=${name === view ? "page" : nothing}>${title}</a>`)}
        </nav>
        <p class="connection ${store.connection}" role="status">${CONNECTIONS[store.connection]}</p>
      </header>
      <main id="main" tabindex="-1">
        ${store.needsToken ? this.#question() : (content?.() ?? this.#nothingHere())}
      </main>`;
  }

  updated() {
    const { view, ids } = route();
    const title = VIEWS[view]?.[0] ?? "Not found";
    document.title = [...ids].reverse().concat(title, "Cases mock").join(" · ");
    // A reader of the screen is led to another view, not to another filter of the same one.
    if (this.#view && this.#view !== view) {
      this.querySelector("main")?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    this.#view = view;
  }

  #skip = event => {
    event.preventDefault();
    this.querySelector("main")?.focus();
  };

  #nothingHere = () => html`<section class="card narrow">
    <h1>No such view</h1>
    <p>The address names none of the views. <a href=${address(["start"])}>Go to the start</a></p>
  </section>`;

  #question = () => html`<form class="card narrow" @submit=${this.#enter}>
    <h1>Token needed</h1>
    <p>This mock has a bearer token, the value of <code>cases.control.token</code>. The console keeps it in this tab.</p>
    ${store.wrongToken ? html`<p class="problem" role="alert">The mock does not accept this token.</p>` : nothing}
    <label>Token <input name="token" type="password" required autocomplete="off" autofocus></label>
    <div class="actions"><button class="primary">Continue</button></div>
  </form>`;

  #enter = event => {
    event.preventDefault();
    store.token = new FormData(event.target).get("token").trim();
    store.set({ needsToken: false, wrongToken: false });
    restart();
    store.outdated();
  };
}
customElements.define("mock-console", MockConsole);

// After the frame of the page, so that it is painted first.
import("./views.js");
