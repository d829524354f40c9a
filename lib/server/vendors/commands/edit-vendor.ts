import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { VendorFields } from "@/lib/schemas/vendors";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict, NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { checkedVendor, nameTaken, vendorRefusals } from "../checked";

const EditVendorInput = z.strictObject({ ...VendorFields, id: Id, version: Version });

const recorded = {
  name: true,
  endpoint: true,
  preCheck: true,
  timeoutSeconds: true,
  callbackMinutes: true,
} as const;

/** Changes how a vendor is asked from its next call on; its secret stays. @throws NotFound, Conflict */
export const editVendor = command({
  name: "vendor.edit",
  caller: staff("vendor:save"),
  input: EditVendorInput,
  output: z.object({ id: Id }),
  refusals: refusals(...vendorRefusals),
  taken: ({ name }) => nameTaken(name),
  async run({ tx, ctx }, { id, version, ...input }) {
    const checked = checkedVendor(input);
    if (!checked.ok) return checked;
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const before = await tx.vendor.findUnique({ where: key, select: recorded });
    if (!before) throw new NotFound("vendor", id);
    const { count } = await tx.vendor.updateMany({
      where: { id, version },
      data: { ...input, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict(before.name);
    await record(tx, ctx, [{ kind: "vendor.edited", subject: input.name, before, after: input }]);
    return ok({ id });
  },
});
