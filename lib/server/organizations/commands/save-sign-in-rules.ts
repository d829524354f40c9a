import "server-only";
import { z } from "zod";
import { changedFacts } from "@/lib/domain/events/changed-facts";
import { ok } from "@/lib/domain/values/result";
import { Version } from "@/lib/schemas/fields";
import { Role } from "@/lib/schemas/users";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";

/**
 * Says whose second factor the organization requires. It counts from the next request of each person on. See docs/domain.md,
 * section 7, "Second factor". @throws Conflict
 */
export const saveSignInRules = command({
  name: "organization.save-sign-in-rules",
  caller: staff("sign-in:save"),
  input: z.strictObject({ secondFactorRoles: z.array(Role).max(10), version: Version }),
  output: z.object({ version: Version }),
  refusals: refusals(),
  async run({ tx, ctx }, { version, secondFactorRoles: roles }) {
    const secondFactorRoles = [...new Set(roles)].sort();
    const { name, ...before } = await tx.organization.findFirstOrThrow({
      select: { name: true, secondFactorRoles: true },
    });
    const { count } = await tx.organization.updateMany({
      where: { version },
      data: { secondFactorRoles, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("The company");
    const changed = changedFacts(before, { secondFactorRoles });
    if (changed)
      await record(tx, ctx, [{ kind: "organization.sign_in_rules_saved", subject: name, ...changed }]);
    return ok({ version: version + 1 });
  },
});
