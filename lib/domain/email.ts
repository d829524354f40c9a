/** Email addresses as mail systems take them (RFC 5321, RFC 6531): docs/domain.md, section 7, "Email addresses". */

/** One label of an internationalized domain as it is sent. */
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Letters of any script, and the signs that mail systems take unquoted, between dots. */
const atoms = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** What a person may type of a domain; the dots of other scripts are dots. */
const typedDomain = /^(?:[\p{L}\p{M}\p{N}.。．｡-]|\u200c|\u200d)+$/u;

/**
 * Returns the address as it is sent and compared: in lower case, with the domain in ASCII ("info@xn--mller-kva.de"), so
 * that both spellings of a domain are one. Returns null for what is no address, like two @ or a line break.
 */
export function sentAddress(typed: string): string | null {
  const email = typed.normalize("NFC").toLowerCase();
  const at = email.indexOf("@");
  const [local, domain] = [email.slice(0, at), asciiDomain(email.slice(at + 1))];
  if (at < 1 || domain === null || !atoms.test(local) || octets(local) > 64) return null;
  const address = `${local}@${domain}`;
  return octets(address) <= 254 && email.length <= 254 ? address : null;
}

function asciiDomain(typed: string): string | null {
  if (!typedDomain.test(typed)) return null;
  const domain = URL.parse(`http://${typed}`)?.hostname ?? "";
  const labels = domain.split(".");
  const isName = labels.length >= 2 && labels.every((one) => label.test(one)) && domain.length <= 253;
  return isName && !/^\d+$/.test(labels.at(-1) ?? "") ? domain : null;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
