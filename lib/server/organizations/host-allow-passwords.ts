import "server-only";
import { systemCtx } from "../kernel/ctx";
import { unscoped } from "../kernel/db";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";

/**
 * Lets passwords and passkeys sign in to an organization again that takes single sign-on alone. Answers false if there is no such
 * organization. Only the command line of the people who run the product uses it. See docs/domain.md, section 7, "Single sign-on".
 */
export async function hostAllowPasswords(name: string, now: Date): Promise<boolean> {
  const found = await unscoped().organization.findUnique({ where: { name }, select: { id: true } });
  if (!found) return false;
  const ctx = systemCtx(found.id, now);
  return transaction(ctx, async (tx) => {
    const { count } = await tx.organization.updateMany({
      where: { id: found.id, singleSignOnOnly: true },
      data: { singleSignOnOnly: false, version: { increment: 1 } },
    });
    if (count === 0) return false;
    const told = { before: { singleSignOnOnly: true }, after: { singleSignOnOnly: false } };
    await record(tx, ctx, [{ kind: "organization.sign_in_rules_saved", subject: name, ...told }]);
    return true;
  });
}
