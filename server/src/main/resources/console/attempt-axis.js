// The attempts of a call on an axis of time.
import { svg, html, nothing } from "lit";
import { duration, outcome, plural, retryAfter, tone, visible } from "./format.js";

/** @param {import("./store.js").Call} call */
export function spans(call) {
  const begin = Date.parse(call.attempts[0].at);
  return call.attempts.map((request, index) => {
    const from = Date.parse(request.at) - begin;
    const until = from + (request.answer?.milliseconds ?? Math.max(0, Date.now() - Date.parse(request.at)));
    const before = call.attempts[index - 1];
    const waited = before?.answer
      ? from - (Date.parse(before.at) - begin + before.answer.milliseconds) : undefined;
    return { request, from, until, waited: waited === undefined ? undefined : Math.max(0, waited) };
  });
}

/** A small axis for a list. Its words are those of the whole one. */
export function attemptAxis(call, { width, height }) {
  const all = spans(call).slice(0, 200);
  // A scale of its own only for long calls, so that short ones can be compared.
  const end = Math.max(100, ...all.map(span => span.until));
  const x = millis => (millis / end) * (width - 6) + 1;
  return html`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="img"
    aria-label=${`${plural(call.attempts.length, "attempt")} in ${duration(Math.max(...all.map(span => span.until)))}`}>
    <line class="base" x1="0" x2=${width} y1=${height / 2} y2=${height / 2}></line>
    ${all.map(({ request, from, until }) => svg`<rect class=${tone(request)} x=${x(from)} y="2" rx="2"
      width=${Math.max(4, x(until) - x(from))} height=${height - 4}></rect>`)}
  </svg>`;
}

/** The axis with a row for each attempt, and the waits between them. */
export function attemptChart(call) {
  const all = spans(call).slice(0, 200);
  const end = Math.max(1, ...all.map(span => span.until));
  const step = niceStep(end / 5);
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
  const x = millis => 30 + (millis / end) * 640;
  const y = index => 30 + index * 34;
  const height = y(all.length) + 4;
  return html`<svg class="attempts" viewBox="0 0 700 ${height}" role="img" aria-label=${`${plural(all.length, "attempt")} in ${duration(end)}`}>
    ${ticks.map(tick => svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1="20" y2=${height}></line>
      <text class="tick" x=${x(tick)} y="12">${duration(tick)}</text>`)}
    ${all.map(({ request, from, until, waited }, index) => svg`
      ${waited === undefined ? nothing : svg`
        <line class="wait" x1=${x(from - waited)} x2=${x(from)} y1=${y(index) + 10} y2=${y(index) + 10}></line>`}
      <rect class=${tone(request)} x=${x(from)} y=${y(index)} rx="3" width=${Math.max(5, x(until) - x(from))} height="20"></rect>
      <text class="number" x="8" y=${y(index) + 15}>${index + 1}</text>`)}
  </svg>`;
}

const niceStep = rough => {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 0.1)));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= rough) ?? rough;
};

/** The attempts in words. */
export const attemptTable = call => html`<div class="scroll" tabindex="0" role="region" aria-label="Attempts"><table>
  <thead><tr><th>Attempt</th><th>Waited before</th><th>Took</th><th>Got</th><th>Asked to wait</th><th>Fault</th></tr></thead>
  <tbody>${spans(call).map(({ request, waited }, index) => html`<tr>
    <td>${index + 1}</td>
    <td>${waited === undefined ? "–" : duration(waited)}</td>
    <td>${request.answer ? duration(request.answer.milliseconds) : "…"}</td>
    <td><span class="badge ${tone(request)}">${visible(outcome(request))}</span></td>
    <td>${retryAfter(request.answer) || "–"}</td>
    <td>${request.fault ? html`<code>${visible(request.fault)}</code>` : "–"}</td>
  </tr>`)}</tbody></table></div>`;
