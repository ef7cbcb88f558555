// Each view has an address of its own in the fragment: #/histories/<domain>/<case>?type=Case.Updated

/** @typedef {{view: string, ids: string[], query: URLSearchParams}} Route */

const decoded = segment => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** @returns {Route} */
export function route() {
  const [place, query = ""] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view, ...ids] = place.split("/").map(decoded);
  return { view: view || "start", ids: ids.filter(id => id !== ""), query: new URLSearchParams(query) };
}

/**
 * The address of a view.
 *
 * @param {string[]} ids the view, and the ids of what it shows
 * @param {Object<string, string>} query without a value, a parameter is left out
 */
export function address(ids, query = {}) {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return "#/" + ids.map(encodeURIComponent).join("/") + (text && `?${text}`);
}

export const go = (ids, query) => void (location.hash = address(ids, query));

/** Changes parameters of the present view. Filters do not fill the history of the browser. */
export function setQuery(changes, isStep = false) {
  const { view, ids, query } = route();
  const next = address([view, ...ids], { ...Object.fromEntries(query), ...changes });
  history[isStep ? "pushState" : "replaceState"](null, "", next);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
