// Which rule recorded an event: the control API knows, since the operation does not say.
import { control, path } from "./api.js";

/**
 * @typedef {{id: string, decides: string, is: string, basis: string, source?: string, alsoApplied?: string[]}} Rule
 */

/** The rules of the mock, and which of them recorded events of a case. */
export class Recording {
  /** @type {Map<string, Rule>} */
  #rules = new Map();
  /** @type {Map<string, string>} */
  #ruleOf = new Map();

  static async read(domainId, caseId, signal) {
    const read = await control("GET", `${path("domains", domainId, "cases", caseId)}/recording`, undefined, signal);
    const recording = new Recording();
    read.rules.forEach(rule => recording.#rules.set(rule.id, rule));
    read.events.forEach(({ eventId, rule }) => recording.#ruleOf.set(eventId, rule));
    return recording;
  }

  /**
   * @param {any} event of a page
   * @returns {Rule[]} the rule that recorded it, and those that decided what it says; none for an event that was seeded
   */
  rulesOf(event) {
    const rule = this.#rules.get(this.#ruleOf.get(event?.eventId) ?? "");
    const others = (rule?.alsoApplied ?? []).map(id => this.#rules.get(id));
    return [rule, ...others].filter(one => one !== undefined);
  }
}
