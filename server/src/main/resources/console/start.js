import { html } from "lit";
import "./copy-text.js";
import { control } from "./api.js";
import { client, outcome, plural, visible } from "./format.js";
import { address } from "./router.js";
import { environment } from "./snippets.js";
import { store } from "./store.js";
import { View } from "./view.js";

/** How to point a client at this mock, and whether one has called. */
class StartView extends View {
  #state = undefined;

  basis() {
    return "start";
  }

  async read(signal) {
    this.#state = await control("GET", "/state", undefined, signal);
  }

  render() {
    return html`<div class="start">
      <section class="card">
        <h1>Point a client at this mock</h1>
        <p>Every AWS SDK and the AWS CLI read these variables. Your code does not change.</p>
        <pre tabindex="0" aria-label="Commands">${environment(location.origin)}</pre>
        <copy-text label="Copy" .choices=${{ "Commands": () => environment(location.origin) }}></copy-text>
        ${this.#firstCall()}
      </section>
      <div class="tiles">
        ${this.#tile("histories", "Histories", "Which events a case has, page by page",
          world => `${plural(world.cases, "case")}, ${plural(world.events, "event")}`)}
        ${this.#tile("calls", "Calls", "What clients sent, how long they waited, what they got",
          () => plural(store.requests.size, "request"))}
        ${this.#tile("faults", "Faults", "Errors, delays and odd pages on request",
          () => plural(this.#state.behaviours.length, "behaviour"))}
        ${this.#tile("exams", "Exams", "A verdict on how a client retries and pages",
          () => plural(this.#state.exams.length, "exam"))}
      </div>
      <p class="links">Documents: <a href="/q/swagger-ui/">Swagger UI</a>, <a href="/q/openapi">contract</a>,
        <a href="/_mock/openapi">control API</a>, <a href="/q/health">health</a></p>
    </div>`;
  }

  #tile = (view, title, text, size) => html`<a class="card tile" href=${address([view])}>
    <h2>${title}</h2>
    <p>${text}</p>
    <p class="size">${this.#state ? size(this.#state.world) : "…"}</p>
  </a>`;

  #firstCall() {
    const latest = [...store.requests.values()].at(-1);
    if (!latest) {
      return html`<p class="first waiting" role="status"><span class="dot"></span>Waiting for the first call…</p>`;
    }
    const call = store.calls.get(latest.invocationId ?? `n${latest.number}`);
    const attempt = call.attempts.indexOf(latest) + 1;
    return html`<p class="first seen" role="status"><span class="dot"></span>
      Seen: ${visible(client(latest))}, attempt ${attempt}
      <a href=${address(["calls", call.id])}>${visible(outcome(latest))}</a></p>`;
  }
}
customElements.define("start-view", StartView);
