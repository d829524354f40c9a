import "server-only";
import { headers } from "next/headers";
import { requestLocale } from "@/lib/domain/format/request-locale";
import { isStaff } from "@/lib/domain/permissions";
import type { Vouched } from "../identities/identity";
import { acceptByIdentity } from "../own-identities/commands/accept-by-identity";
import { linkIdentity } from "../own-identities/commands/link-identity";
import { holderByHash } from "../profile/holder";
import { personOf } from "../profile/person";
import { openStep } from "../second-factor/steps";
import type { SignedInUser } from "../sign-in/admit";
import { signInAs, signInByIdentity } from "../sign-in/by-identity";
import { clientAddress } from "../sign-in/session/client-address";
import { forgetIdentityStep, keptIdentityStep } from "../sign-in/session/identity-step-cookie";
import { currentSession } from "../sign-in/session/session";

/** Says who is signed in by what a provider vouches for, or where the browser is led instead. */
type Back = { signedIn: SignedInUser } | { leadsTo: string };

/**
 * Does what a browser went to the identity provider for: signing in, linking the account of the person who is signed in, or
 * accepting an invitation. The browser's cookie says which, and belongs to one way there and back. See docs/domain.md, section 7,
 * "Single sign-on".
 */
export async function backFromProvider(vouched: Vouched): Promise<Back> {
  const token = await keptIdentityStep();
  const sent = await headers();
  const asked = { now: new Date(), locale: requestLocale(sent.get("accept-language")) };
  const request = { now: asked.now, address: clientAddress(sent) };
  if (token === "") {
    const signedIn = await signInByIdentity(request, vouched);
    return signedIn ? { signedIn } : { leadsTo: "/login?error=not_linked" };
  }
  await forgetIdentityStep();
  const { issuer, subject } = vouched;
  const input = { token, issuer, subject };
  const byLink = await openStep(token, "identity_by_link", asked.now);
  if (!byLink?.linkHash) return { leadsTo: await linkOwn(input) };

  const held = await holderByHash(["invitation", "password"], byLink.linkHash, asked);
  const accepted = held.ok ? await acceptByIdentity(held.value.holder, input) : held;
  if (!accepted.ok) return { leadsTo: `/login?error=${accepted.refusal.reason}` };
  const signedIn = await signInAs(request, accepted.value);
  return signedIn ? { signedIn } : { leadsTo: "/login?error=not_linked" };
}

/** Links the account of the person who is signed in, and returns the page of their profile that says so, or why not. */
async function linkOwn(input: { token: string; issuer: string; subject: string }): Promise<string> {
  const session = await currentSession();
  if (!session) return "/login?error=linking_over";
  const linked = await linkIdentity(personOf(session), input);
  const profile = isStaff(session.user.role) ? "/profile" : "/storefront/profile";
  return `${profile}?single-sign-on=${linked.ok ? "linked" : linked.refusal.reason}#single-sign-on`;
}
