// How values are written. Every text may be hostile: it is shown as text, with control characters made visible.

const PICTURES = 0x2400;
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]/gu;

/** A text in which control characters and marks of direction can be seen. */
export const visible = text =>
  String(text).replace(HIDDEN, character => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20
      ? String.fromCodePoint(PICTURES + code)
      : `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
  });

const counts = new Intl.NumberFormat("en");
export const count = number => counts.format(number);
export const plural = (number, noun) => `${count(number)} ${noun}${number === 1 ? "" : "s"}`;

/** A duration in milliseconds. */
export const duration = millis =>
  millis === 0 ? "0 ms" : millis < 10 ? `${millis.toFixed(1)} ms` : millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(2)} s`;

/** The time of day of a request, as the reader's clock shows it. */
export const clock = at => {
  const time = new Date(at);
  const parts = [time.getHours(), time.getMinutes(), time.getSeconds()].map(part => String(part).padStart(2, "0"));
  return `${parts.join(":")}.${String(time.getMilliseconds()).padStart(3, "0")}`;
};

/**
 * The arm of a tagged union, with the name of its kind. More arms than one, or one of tomorrow, are shown as JSON.
 *
 * @returns {{kind: string, text: string}}
 */
export function value(union) {
  if (union === undefined || union === null) {
    return { kind: "none", text: union === null ? "null" : "none" };
  }
  const arms = Object.keys(union);
  const content = union[arms[0]];
  const kind = arms.length === 1 ? KINDS[arms[0]] : undefined;
  if (!kind) {
    return { kind: "unknown", text: JSON.stringify(union) };
  }
  if (kind === "empty" && Object.keys(content ?? {}).length === 0) {
    return { kind, text: "empty" };
  }
  const isText = typeof content !== "object" || content?.rawJSON;
  return content === "" ? { kind, text: "“”" } : { kind, text: isText ? String(content.rawJSON ?? content) : JSON.stringify(content) };
}

const KINDS = {
  stringValue: "text",
  doubleValue: "number",
  booleanValue: "boolean",
  emptyValue: "empty",
  userArnValue: "user",
};

/** Who performed an event. */
export function person(event) {
  const user = event?.performedBy?.user;
  return String(
    user?.customEntity ?? user?.userArn ?? (user ? JSON.stringify(user) : event?.performedBy?.iamPrincipalArn ?? ""));
}

/** The last part of an ARN, which tells apart the people of one instance. */
export const shortArn = text => (text.startsWith("arn:") ? text.slice(text.lastIndexOf("/") + 1) : text);

/** The members of an event that the contract does not know. */
export const unknownMembers = event =>
  Object.fromEntries(Object.entries(event ?? {}).filter(([name]) => !MEMBERS.has(name)));
const MEMBERS = new Set(["eventId", "type", "relatedItemType", "performedTime", "fields", "performedBy"]);

/** The client of a request, such as "boto3 1.43.2". */
export function client(request) {
  const agents = ["x-amz-user-agent", "user-agent"].flatMap(name => request.headers[name] ?? []).join(" ");
  for (const [pattern, name] of CLIENTS) {
    const version = pattern.exec(agents)?.[1];
    if (version) {
      return `${name} ${version}`;
    }
  }
  return agents.split(/[\s(]/, 1)[0].replace("/", " ").slice(0, 60) || "a client without a user agent";
}

const CLIENTS = [
  [/\baws-cli\/([\w.]+)/i, "AWS CLI"],
  [/\bBoto3\/([\w.]+)/i, "boto3"],
  [/\bBotocore\/([\w.]+)/i, "botocore"],
  [/\baws-sdk-java\/([\w.]+)/i, "SDK for Java"],
  [/\baws-sdk-js\/([\w.]+)/i, "SDK for JavaScript"],
  [/\baws-sdk-go-v2\/([\w.]+)/i, "SDK for Go"],
  [/\baws-sdk-dotnet\w*\/([\w.]+)/i, "SDK for .NET"],
  [/\baws-sdk-php\/([\w.]+)/i, "SDK for PHP"],
  [/\baws-sdk-ruby\d?\/([\w.]+)/i, "SDK for Ruby"],
  [/\baws-sdk-rust\/([\w.]+)/i, "SDK for Rust"],
  [/\baws-sdk-kotlin\/([\w.]+)/i, "SDK for Kotlin"],
  [/\baws-sdk-swift\/([\w.]+)/i, "SDK for Swift"],
];

/** What an attempt got, in a few words. */
export function outcome(request) {
  const answer = request.answer;
  if (!answer) {
    return "no response yet";
  }
  if (answer.status === undefined) {
    return "connection closed";
  }
  const events = answer.events === undefined ? "" : `, ${plural(answer.events, "event")}`;
  const error = answer.error ? ` ${answer.error.replace(/Exception$/, "")}` : "";
  return `${answer.status}${error}${events}${answer.complete ? "" : ", cut short"}`;
}

/** Its class of colour. */
export function tone(request) {
  const answer = request.answer;
  if (!answer) {
    return "open";
  }
  if (answer.status === undefined || !answer.complete || answer.status >= 500) {
    return "bad";
  }
  return answer.status >= 400 ? "warn" : request.fault && answer.events === undefined ? "bad" : "good";
}

/** How long a response asked to wait, in words; empty if it did not. */
export function retryAfter(answer) {
  if (answer?.retryAfterSeconds !== undefined) {
    return `Retry-After: ${answer.retryAfterSeconds} s`;
  }
  if (answer?.retryAfterDate !== undefined) {
    return `Retry-After: ${clock(answer.retryAfterDate)}`;
  }
  return answer?.retryAfterMilliseconds === undefined ? "" : `x-amz-retry-after: ${answer.retryAfterMilliseconds} ms`;
}
