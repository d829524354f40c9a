import "server-only";
import { z } from "zod";
import { changedFacts } from "@/lib/domain/events/changed-facts";
import { ok } from "@/lib/domain/values/result";
import { Version } from "@/lib/schemas/fields";
import { EditOrganizationInput } from "@/lib/schemas/organizations";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { profileColumns } from "../queries/get-company";

/**
 * Changes what the organization says of itself; documents that were issued keep what they say. See docs/domain.md,
 * section 3, "Documents" and "Whose day". @throws Conflict
 */
export const editOrganization = command({
  name: "organization.edit",
  caller: staff("organization:save"),
  input: EditOrganizationInput,
  output: z.object({ version: Version }),
  refusals: refusals(),
  async run({ tx, ctx }, { version, ...company }) {
    const { name, ...before } = await tx.organization.findFirstOrThrow({
      select: { name: true, timeZone: true, ...profileColumns },
    });
    const { count } = await tx.organization.updateMany({
      where: { version },
      data: { ...company, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("The company");
    const changed = changedFacts(before, company);
    if (changed) await record(tx, ctx, [{ kind: "organization.edited", subject: name, ...changed }]);
    return ok({ version: version + 1 });
  },
});
