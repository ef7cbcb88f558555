import { LitElement, html } from "lit";
import { clock, tone } from "./format.js";

const BASE = "/_mock/console/lib/uplot/";
const MOST_POINTS = 20_000;
const TONES = ["good", "warn", "bad"];
const NAMES = ["page", "error of the client", "error of the service, or no response"];

// Only this address: the policy of the page allows no other script to be added.
const policy = window.trustedTypes?.createPolicy("uplot", { createScriptURL: () => `${BASE}uPlot.iife.min.js` });

let library;
const load = () =>
  (library ??= new Promise((done, failed) => {
    const styles = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${BASE}uPlot.min.css` });
    const script = document.createElement("script");
    script.src = policy?.createScriptURL("") ?? `${BASE}uPlot.iife.min.js`;
    script.onload = () => done(window.uPlot);
    script.onerror = failed;
    document.head.append(styles, script);
  }));

const decade = tick => (Math.log10(tick) % 1 === 0 ? tick : null);

/** How long responses took, over time. The list beside it says the same in words. */
class ResponseChart extends LitElement {
  static properties = { requests: { attribute: false } };

  // Not as fields, which would hide the accessors of the properties.
  constructor() {
    super();
    /** @type {Map<number, import("./store.js").RequestRecord>} */
    this.requests = new Map();
  }

  #plot = undefined;
  #drawn = 0;
  #later = 0;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #resized = new ResizeObserver(() => this.#plot?.setSize({ width: this.clientWidth, height: 120 }));
  #recolour = () => this.#make();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#resized.observe(this);
    this.#dark.addEventListener("change", this.#recolour);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#dark.removeEventListener("change", this.#recolour);
    clearTimeout(this.#later);
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  render() {
    return html`<div class="plot" role="img" aria-label="Duration of responses over time; the calls below have the same"></div>`;
  }

  shouldUpdate() {
    // The map stays the same; the plot is drawn twice a second at most.
    this.#later ||= setTimeout(() => {
      this.#later = 0;
      this.#draw();
    }, Math.max(0, 500 - (Date.now() - this.#drawn)));
    return !this.hasUpdated;
  }

  async #draw() {
    this.#drawn = Date.now();
    this.hidden = this.requests.size === 0;
    if (this.hidden || !this.isConnected) {
      return;
    }
    await load();
    this.#plot ? this.#plot.setData(this.#data()) : this.#make();
  }

  #data() {
    const answered = [...this.requests.values()].slice(-MOST_POINTS).filter(request => request.answer);
    return [
      answered.map(request => Date.parse(request.at) / 1000),
      ...TONES.map(name => answered.map(request => (tone(request) === name ? Math.max(0.1, request.answer.milliseconds) : null))),
    ];
  }

  #make() {
    if (!window.uPlot || !this.isConnected) {
      return;
    }
    this.#plot?.destroy();
    const colours = getComputedStyle(document.documentElement);
    const colour = name => colours.getPropertyValue(`--${name}`).trim();
    const axis = { stroke: colour("quiet"), grid: { stroke: colour("line"), width: 1 }, ticks: { show: false } };
    this.#plot = new window.uPlot({
      width: this.clientWidth || 600,
      height: 120,
      legend: { show: false },
      cursor: { drag: { x: true, y: false } },
      scales: { y: { distr: 3 } },
      axes: [{ ...axis, space: 110, values: (_, ticks) => ticks.map(tick => clock(tick * 1000)) }, { ...axis, size: 64, filter: (_, ticks) => ticks.map(decade), values: (_, ticks) => ticks.map(tick => (tick ? `${tick} ms` : "")) }],
      series: [{}, ...TONES.map((name, index) => ({
        label: NAMES[index], stroke: colour(name), fill: colour(name), paths: () => null, points: { show: true, size: 5, fill: colour(name) } }))],
    }, this.#data(), this.querySelector(".plot"));
  }
}
customElements.define("response-chart", ResponseChart);
