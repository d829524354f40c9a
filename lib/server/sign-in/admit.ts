import "server-only";
import type { SignInMethod } from "@/lib/domain/events/setup-event";
import type { Role } from "@/lib/domain/permissions";
import type { SecondFactor } from "@/lib/domain/sign-in/second-factor";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { voidLinks } from "../links/links";
import { accept } from "../people/accept";
import { type DeviceCookie, deviceCookie } from "./session/known-device";
import { userCtx } from "./session/user-ctx";
import type { SigningIn } from "./signing-in";

export interface SignedInUser {
  id: string;
  organizationId: string;
  sessionVersion: number;
  role: Role;
  /** Says that they have accepted an invitation by signing in. */
  joined: boolean;
  /** Tells whether more than a password was asked for. */
  secondFactor: boolean;
  singleSignOn: boolean;
  /** Is what makes the browser a known device of the person. */
  device: DeviceCookie;
}

/** Says how somebody signed in, with which second factor, and from where. */
type How = {
  method: SignInMethod;
  address: string;
  now: Date;
  /** Names the device by which the person is known already, or null. */
  device: string | null;
  /** Is their session version at the moment when the password was verified. */
  sessionVersion?: number;
  /** Checks the second factor in the transaction that records the sign-in, and tells which it was; null if it is wrong. */
  proven?: (tx: Tx, ctx: Ctx) => Promise<SecondFactor | null>;
};

/** Records that somebody signs in, and returns what their session needs; null if the second factor is wrong. */
export async function admit(user: SigningIn, how: How): Promise<SignedInUser | null> {
  const { method, address, now, device, proven } = how;
  const ctx = userCtx(user, now);
  const told = await transaction(ctx, async (tx) => {
    const factor = proven ? await proven(tx, ctx) : undefined;
    if (factor === null) return null;
    // Somebody who came with the link accepts an invitation by signing in, once.
    const joined = await accept(tx, ctx, { id: user.id, personId: user.person.id });
    if (joined) {
      await voidLinks(tx, ctx, user.id);
      await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: user.email }]);
    }
    await tx.user.updateMany({ where: { id: user.id }, data: { lastSignInAt: now } });
    const after = { method, ...(factor && { secondFactor: factor }), address };
    await record(tx, ctx, [{ kind: "user.signed_in", subject: user.email, after }]);
    const singleSignOn = method === "single_sign_on";
    return { joined, singleSignOn, secondFactor: factor !== undefined || method !== "password" };
  });
  if (told === null) return null;
  const { id, organizationId, role, sessionVersion } = user;
  return {
    ...{ id, organizationId, role, ...told },
    sessionVersion: how.sessionVersion ?? sessionVersion,
    device: deviceCookie(user.person, now, device, proven ? "factor" : "password"),
  };
}
