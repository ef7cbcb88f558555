// Requests to the control API and to the operation itself.
import { store } from "./store.js";

/** @typedef {{pointer: string, expected: string, got: string}} Problem */

export class ApiError extends Error {
  /**
   * @param {number} status 0 when the mock cannot be reached
   * @param {string} name
   * @param {string} message
   * @param {Problem[]} problems
   */
  constructor(status, name, message, problems = []) {
    super(message);
    this.status = status;
    this.name = name;
    this.problems = problems;
  }
}

/** A path from segments that may contain anything. */
export function path(...segments) {
  if (segments.some(segment => segment === "." || segment === "..")) {
    throw new ApiError(400, "UnsendableId", "A browser cannot send an id of dots only: it would resolve the path.");
  }
  return "/" + segments.map(encodeURIComponent).join("/");
}

export const authorization = () => (store.token ? { authorization: `Bearer ${store.token}` } : {});

/**
 * @param {string} url
 * @param {RequestInit} options
 * @returns {Promise<Response>} with a status of success
 */
export async function send(url, options = {}) {
  let response;
  try {
    response = await fetch(url, { cache: "no-store", ...options });
  } catch (problem) {
    if (options.signal?.aborted) {
      throw problem;
    }
    store.set({ connection: "gone" });
    throw new ApiError(0, "Unreachable", "The mock does not answer. The console keeps trying.");
  }
  if (response.ok) {
    return response;
  }
  const text = await response.text();
  let body = {};
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy answers with other texts.
  }
  const name = response.headers.get("x-amzn-errortype") ?? `Status ${response.status}`;
  if (response.status === 401 && name === "UnauthorizedException") {
    store.set({ needsToken: true, wrongToken: store.token !== "" });
  }
  throw new ApiError(response.status, name, String(body.message ?? `Status ${response.status}`), body.problems);
}

/** Sends a request to the control API, and returns the JSON of the response. */
export async function control(method, url, body, signal) {
  const response = await send("/_mock" + url, {
    method,
    signal,
    headers: { ...authorization(), ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const type = response.headers.get("content-type") ?? "";
  return response.status === 204 ? undefined : type.startsWith("application/json") ? response.json() : response.text();
}

/**
 * Reads a page by the operation. Fault scripts are left alone, and the journal does not show it. What must be signed, or
 * comes too fast, is refused as for any client.
 */
export async function page(domainId, caseId, nextToken, signal) {
  const response = await send(path("domains", domainId, "cases", caseId, "audit-history"), {
    method: "POST",
    signal,
    headers: { "content-type": "application/json", "x-mock-fault": "ok", "x-mock-journal": "off" },
    body: JSON.stringify(nextToken ? { nextToken } : {}),
  });
  return JSON.parse(await response.text(), exact);
}

// A double of JavaScript has no 2.0, and would lose the sign of -0.0 when it is copied.
const exact = (key, value, context) =>
  typeof value === "number" && context?.source && JSON.rawJSON ? JSON.rawJSON(context.source) : value;
