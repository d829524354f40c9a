import { asciiName } from "./domain-name";

/** Addresses are those that mail systems take (RFC 5321, RFC 6531): docs/domain.md, section 7, "Email addresses". */

/** Mail systems take letters of any script and these signs unquoted, between dots. */
const atoms = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/**
 * Returns the address as it is sent and compared: in lower case, with the domain in ASCII ("info@xn--mller-kva.de"), so
 * that both spellings of a domain are one. Returns null if it is no address, as with two @ or a line break.
 */
export function sentAddress(typed: string): string | null {
  const email = typed.normalize("NFC").toLowerCase();
  const at = email.indexOf("@");
  const [local, domain] = [email.slice(0, at), asciiName(email.slice(at + 1), 2)];
  if (at < 1 || domain === null || !atoms.test(local) || octets(local) > 64) return null;
  const address = `${local}@${domain}`;
  return octets(address) <= 254 && email.length <= 254 ? address : null;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
