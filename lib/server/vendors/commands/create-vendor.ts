import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { Secret, VendorFields } from "@/lib/schemas/vendors";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { makeSecret } from "../../outside/signature";
import { seal } from "../../secrets/seal";
import { checkedVendor, nameTaken, vendorRefusals } from "../checked";

export const CreateVendorInput = z.strictObject({
  ...VendorFields,
  /** Takes the vendor's own secret. A blank one is generated. */
  secret: Secret.nullable().default(null),
});

export type CreateVendorInput = z.input<typeof CreateVendorInput>;

/**
 * Sets up a vendor. Its secret is answered here and never again, so that a repeated request gets none. See docs/domain.md,
 * section 3, "Calls".
 */
export const createVendor = command({
  name: "vendor.create",
  caller: staff("vendor:save"),
  input: CreateVendorInput,
  output: z.object({ id: Id, secret: z.string().nullable() }),
  refusals: refusals(...vendorRefusals),
  taken: ({ name }) => nameTaken(name),
  async run({ tx, ctx }, { secret: given, ...input }) {
    const checked = checkedVendor(input);
    if (!checked.ok) return checked;
    const secret = given ?? makeSecret();
    const { organizationId } = ctx;
    const sealed = await seal(organizationId, "vendor", secret);
    const data = { organizationId, ...input, secret: sealed, createdAt: ctx.now };
    const { id } = await tx.vendor.create({ data, select: { id: true } });
    await record(tx, ctx, [{ kind: "vendor.created", subject: input.name, after: input }]);
    return ok({ id, secret });
  },
});
