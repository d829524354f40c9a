import "server-only";
import { refuse } from "@/lib/domain/values/result";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { userCtx } from "./session/user-ctx";
import type { SigningIn } from "./signing-in";

/**
 * Refuses somebody whose password or passkey was right, and whose organization takes single sign-on alone. The audit log tells it. See
 * docs/domain.md, section 7, "Single sign-on".
 */
export async function askForSingleSignOn(user: SigningIn, { now, address }: { now: Date; address: string }) {
  const ctx = userCtx(user, now);
  await transaction(ctx, (tx) =>
    record(tx, ctx, [{ kind: "user.single_sign_on_asked", subject: user.email, after: { address } }]),
  );
  return refuse({ reason: "single_sign_on" as const, organization: user.organization.name });
}
