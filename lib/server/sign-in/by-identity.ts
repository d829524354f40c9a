import "server-only";
import { sentAddress } from "@/lib/domain/values/email";
import { bindIdentity } from "../identities/bind";
import { personOfIdentity, type Vouched } from "../identities/identity";
import { log } from "../kernel/log";
import { isUniqueViolation, transaction } from "../kernel/transaction";
import { maySignIn, membersWith } from "../people/members";
import { admit, type SignedInUser } from "./admit";
import { countStep } from "./counted";
import { userCtx } from "./session/user-ctx";
import type { SignInRequest } from "./sign-in";
import type { SigningIn } from "./signing-in";

type Request = Pick<SignInRequest, "now" | "address">;

/**
 * Signs in whose identity it is, where they were last. Nobody else has it, whatever their email is. It answers null for an unknown
 * identity and for somebody whom no organization lets in alike. See docs/domain.md, section 7, "Single sign-on".
 */
export async function signInByIdentity(request: Request, vouched: Vouched): Promise<SignedInUser | null> {
  const personId =
    (await personOfIdentity(vouched)) ??
    // Of two first sign-ins at once, one binds the identity, and both find it afterwards.
    ((await bindByEmail(vouched, request.now)) ? await personOfIdentity(vouched) : null);
  const user = personId ? (await membersWith({ personId })).find(maySignIn) : undefined;
  if (user) return admitByIdentity(user, request);
  const { address } = request;
  log.info(
    { event: "sign_in_failed", was: "single_sign_on", address, known: personId !== null },
    "Sign-in failed",
  );
  countStep("single_sign_on", "wrong");
  return null;
}

/** Signs in as a user whose identity has just been proven. It answers null if they were deactivated meanwhile. */
export async function signInAs(
  request: Request,
  { organizationId, userId }: { organizationId: string; userId: string },
): Promise<SignedInUser | null> {
  const user = (await membersWith({ organizationId, id: userId })).find(maySignIn);
  return user ? admitByIdentity(user, request) : null;
}

async function admitByIdentity(user: SigningIn, { now, address }: Request): Promise<SignedInUser | null> {
  const admitted = await admit(user, { method: "single_sign_on", address, now, device: null });
  countStep("single_sign_on", admitted ? "done" : "wrong");
  return admitted;
}

/**
 * Binds an identity to somebody who signed in by their verified email before identities were kept, once. It tells whether somebody
 * with this email may have been bound now.
 */
async function bindByEmail({ verifiedEmail, ...identity }: Vouched, now: Date): Promise<boolean> {
  const sentEmail = verifiedEmail === null ? null : sentAddress(verifiedEmail.trim().toLowerCase());
  if (!sentEmail) return false;
  const members = await membersWith({ sentEmail, person: { linksByEmail: true } });
  const user = members.find(maySignIn);
  if (!user) return false;
  const ctx = userCtx(user, now);
  const { id, email } = user;
  const { id: personId } = user.person;
  try {
    await transaction(ctx, async (tx) => {
      const { count } = await tx.person.updateMany({
        where: { id: personId, sentEmail, linksByEmail: true },
        data: { linksByEmail: false },
      });
      if (count > 0) await bindIdentity(tx, ctx, { id, personId, email }, identity);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
  return true;
}
