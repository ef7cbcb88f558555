import { html, nothing } from "lit";
import "./copy-text.js";
import { authorization, control, path, send } from "./api.js";
import { plural, visible } from "./format.js";
import { address, go } from "./router.js";
import { snippets } from "./snippets.js";
import { store } from "./store.js";
import { problemBox, View } from "./view.js";

const KINDS = {
  retry: "Does the client retry what it should, wait as asked, and stop in time?",
  walk: "Does the client read every page, once, whatever their sizes?",
  tomorrow: "Does the client survive members and items that no model has yet?",
  errors: "Does the client report each error as what it is?",
  writes: "Does the client make each change once, also where an answer is lost?",
};

/** Exams for clients: started here, filled by the client, read here. */
class ExamsView extends View {
  /** @type {{examId: string, kind: string, domainId: string, verdict: string}[]} */
  #exams = [];
  #exam = undefined;

  basis() {
    const last = [...store.requests.keys()].at(-1);
    const open = store.requests.get(last);
    // Again with each request.
    return [this.route.ids[0], last, Boolean(open?.answer)];
  }

  async read(signal) {
    const id = this.route.ids[0];
    if (id) {
      this.#exam = await control("GET", path("exams", id), undefined, signal);
    } else {
      this.#exams = (await control("GET", "/exams", undefined, signal)).exams;
    }
  }

  render() {
    const id = this.route.ids[0];
    return html`<div class="exams">
      ${id ? this.#one(id) : this.#all()}
    </div>`;
  }

  #all = () => html`
    <h1>Exams</h1>
    <p class="quiet">An exam has domains of its own. Have the client read the whole history of each of its cases, or do
      what a task expects.</p>
    ${problemBox(this.problem)}
    <div class="tiles">${Object.entries(KINDS).map(([kind, question]) => html`<section class="card tile">
      <h2>${title(kind)}</h2><p>${question}</p>
      <button type="button" class="primary" @click=${() => this.#start(kind)}>Start: ${kind}</button></section>`)}</div>
    <h2>Running</h2>
    ${this.#exams.length === 0 ? html`<p class="quiet">None.</p>` : html`<ul class="list">
      ${this.#exams.map(exam => html`<li class="card bar"><a href=${address(["exams", exam.examId])}>${title(exam.kind)}
        <code>${exam.examId}</code></a> ${badge(exam.verdict)}</li>`)}</ul>`}`;

  #start = kind =>
    this.attempt(async () => {
      const exam = await control("POST", "/exams", { kind });
      go(["exams", exam.examId]);
    });

  #one(id) {
    const exam = this.#exam?.examId === id ? this.#exam : undefined;
    const done = exam?.tasks.filter(task => task.verdict === "passed").length;
    return html`<div class="bar"><a class="back" href=${address(["exams"])}>‹ Exams</a>
        <h1>${exam ? title(exam.kind) : "Exam"}</h1>${exam ? badge(exam.verdict) : nothing}</div>
      ${problemBox(this.problem)}
      ${exam ? html`
        <dl class="facts"><dt>Domain</dt><dd><code>${visible(exam.domainId)}</code></dd>
          <dt>Passed</dt><dd><span role="status">${done} of ${plural(exam.tasks.length, "task")}</span></dd></dl>
        <div class="actions">
          <button type="button" @click=${this.#download}>Download JUnit XML</button>
          ${exam.kind === "writes" ? nothing : html`<copy-text label="Copy commands" .choices=${{ "AWS CLI": () => this.#commands("AWS CLI"), curl: () => this.#commands("curl") }}></copy-text>`}
          <button type="button" @click=${this.#end}>End the exam</button>
        </div>
        <ol class="list">${exam.tasks.map(this.#task)}</ol>` : nothing}`;
  }

  #task = task => html`<li class="card task">
    <div class="bar"><code>${visible(task.caseId)}</code> ${isUntried(task) ? html`<span class="badge open">waiting</span>` : badge(task.verdict)}</div>
    <p>${task.expects}${task.domainId === this.#exam.domainId ? nothing : html` <span class="quiet">in ${visible(task.domainId)}</span>`}</p>
    ${isUntried(task) ? nothing : task.reasons.map(text => html`<p class="reason">${visible(text)}</p>`)}
    ${task.remarks.map(text => html`<p class="quiet">${visible(text)}</p>`)}</li>`;

  #commands = name =>
    this.#exam.tasks.map(task => snippets[name](location.origin, task.domainId, task.caseId)).join("\n");

  #download = () =>
    this.attempt(async () => {
      const id = this.#exam.examId;
      const response = await send(`/_mock${path("exams", id)}/junit`, { headers: authorization() });
      const url = URL.createObjectURL(await response.blob());
      Object.assign(document.createElement("a"), { href: url, download: `exam-${id}.xml` }).click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    });

  #end = () =>
    this.attempt(async () => {
      await control("DELETE", path("exams", this.#exam.examId));
      go(["exams"]);
    });
}

const title = kind => kind[0].toUpperCase() + kind.slice(1);
// The mock counts it as failed, which it is only once the exam is over.
const isUntried = task => task.reasons.join() === "got no request";
const badge = verdict => html`<span class="badge ${verdict === "passed" ? "good" : "bad"}">${verdict}</span>`;

customElements.define("exams-view", ExamsView);
