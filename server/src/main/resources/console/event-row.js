// One event of a timeline, as a row and as a whole.
import { html, nothing } from "lit";
import { person, shortArn, unknownMembers, value, visible } from "./format.js";

/** The height of a row in rem: each line has a height of its own, whatever its text. */
export const rowHeight = item =>
  item.kind === "event" ? 3.5 + 1.75 * (lines(item.event).length + Math.min(item.rules.length, 1)) : 2.5;

const lines = event => [
  ...(event?.fields ?? []),
  ...Object.entries(unknownMembers(event)).map(([name, content]) => ({ unknown: name, content })),
];

const FOLDED = 200;
const folded = text => (text.length > FOLDED ? `${text.slice(0, FOLDED)}…` : text);

/** A value of a tagged union. */
export const chip = (union, fold = false) => {
  const { kind, text } = value(union);
  return html`<bdi class="value ${kind}" title=${kind}>${visible(fold ? folded(kind === "user" ? shortArn(text) : text) : text)}</bdi>`;
};

/** @param {{kind: "event", event: any, rules: import("./recording.js").Rule[], index: number}} item */
export function eventRow(item, isOpen, open) {
  const { event } = item;
  const [rule] = item.rules;
  const who = person(event);
  return html`<div class="event ${isOpen ? "chosen" : ""}">
    <div class="what">
      <time datetime=${String(event?.performedTime ?? "")}>${visible(moment(event?.performedTime))}</time>
      <span class="type ${typeClass(event)}">${visible(event === null ? "null" : event.type ?? "no type")}</span>
      ${event?.relatedItemType ? html`<span class="related">${visible(event.relatedItemType)}</span>` : nothing}
      <bdi class="who" title=${visible(who)}>${who ? visible(shortArn(who)) : html`<i>nobody named</i>`}</bdi>
      ${event === null || rule ? nothing : html`<span class="seeded">seeded</span>`}
      <button type="button" class="link" aria-label=${`Details of event ${visible(event?.eventId ?? "null")}`}
        @click=${open}>Details</button>
    </div>
    ${lines(event).map(line)}
    ${rule ? html`<div class="field rule"><span>recorded by ${visible(rule.id)}</span> ${basis(rule)}</div>` : nothing}
  </div>`;
}

const moment = time => (typeof time === "string" ? time.replace("T", " ").replace(/Z$/, "") : String(time ?? "no time"));
const typeClass = event => String(event?.type ?? "").replace(/[^A-Za-z]/g, "");

const line = one =>
  one === null ? html`<div class="field"><i>null</i></div>`
  : one.unknown !== undefined
    ? html`<div class="field"><span class="name">${visible(one.unknown)}</span>
        <bdi class="value unknown" title="a member that the contract does not have">${visible(folded(JSON.stringify(one.content)))}</bdi></div>`
  : html`<div class="field"><span class="name">${visible(folded(String(one.eventFieldId)))}</span>
      ${one.oldValue === undefined ? nothing : html`${chip(one.oldValue, true)}<span class="arrow" aria-label="becomes">→</span>`}
      ${chip(one.newValue, true)}</div>`;

const basis = rule => html`<span class="basis ${rule.basis === "our choice" ? "choice" : "fact"}">${visible(rule.basis)}</span>`;

/** The whole event, nothing folded. */
export const eventDetails = ({ event, rules }) => html`
  <dl class="facts">
    ${fact("Event id", event?.eventId)}
    ${fact("Type", event?.type)}
    ${fact("Time", event?.performedTime)}
    ${event?.relatedItemType ? fact("Related item", event.relatedItemType) : nothing}
    ${event?.performedBy ? fact("IAM principal", event.performedBy.iamPrincipalArn) : nothing}
    ${event?.performedBy?.user ? fact("User", person(event)) : nothing}
  </dl>
  ${(event?.fields ?? []).filter(field => field !== null).map(
    field => html`<h3><bdi>${visible(String(field.eventFieldId))}</bdi></h3>
      <dl class="facts">
        <dt>Old value</dt><dd>${chip(field.oldValue)} <span class="quiet">${value(field.oldValue).kind}</span></dd>
        <dt>New value</dt><dd>${chip(field.newValue)} <span class="quiet">${value(field.newValue).kind}</span></dd>
      </dl>`)}
  <h3>Recorded by</h3>
  ${rules.length === 0 ? html`<p>No rule. A fixture or the control API seeded this event.</p>` : html`
    <dl class="rules">${rules.map(rule => html`
      <dt>${visible(rule.id)}: ${visible(rule.is)} ${basis(rule)}</dt>
      <dd>${visible(rule.decides)}${rule.source ? html`. Source: ${visible(rule.source)}` : nothing}</dd>`)}
    </dl>`}
  <h3>As received</h3>
  <pre tabindex="0" aria-label="The event as JSON">${visibleLines(JSON.stringify(event, null, 2))}</pre>`;

const fact = (name, content) => html`<dt>${name}</dt><dd><bdi>${visible(String(content ?? "none"))}</bdi></dd>`;

/** A text of several lines, in which only the ends of lines act as such. */
export const visibleLines = text => text.split("\n").map(visible).join("\n");
