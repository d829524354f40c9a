/** Domains and hosts can be written in any script: RFC 1123, RFC 5890. */

/** One label of a name has this form as it is sent. */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** A person can type these characters, and the dots of other scripts count as dots. */
const typedName = /^(?:[\p{L}\p{M}\p{N}.。．｡-]|\u200c|\u200d)+$/u;
/** Beside a label in letters beyond ASCII, every runtime checks "xn--" labels; alone, newer ones pass them on unread. */
const companion = { typed: "ü", sent: "xn--tda." };

/** Returns the name in ASCII ("xn--mller-kva.de"), or null if it is none. A host needs one label, a domain two. */
export function asciiName(typed: string, labelsAtLeast: 1 | 2): string | null {
  if (!typedName.test(typed)) return null;
  const name = (URL.parse(`http://${companion.typed}.${typed}`)?.hostname ?? "").slice(companion.sent.length);
  const labels = name.split(".");
  const isName =
    labels.length >= labelsAtLeast && labels.every((one) => label.test(one)) && name.length <= 253;
  return isName && !/^\d+$/.test(labels.at(-1) ?? "") ? name : null;
}
