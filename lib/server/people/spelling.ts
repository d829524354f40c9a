import "server-only";
import { domainToUnicode } from "node:url";
import { sentAddress } from "@/lib/domain/values/email";

/**
 * Returns both addresses as a person has them: with the domain in letters to show, and in ASCII to send and compare. One spelling
 * alone is shown, so that nobody sees in their own list how somebody typed the address elsewhere.
 */
export function addressesOf(typed: string): { email: string; sentEmail: string } {
  const sentEmail = sentAddress(typed) ?? typed;
  const [local = "", domain = ""] = sentEmail.split("@");
  const email = `${local}@${domainToUnicode(domain)}`;
  return { email: sentAddress(email) === sentEmail ? email : typed, sentEmail };
}
