import { z } from "zod";
import { Code, listParameters, sortParameter } from "../../schemas/fields";

export const ListInvoicesInput = z.object({
  ...listParameters,
  sort: sortParameter(["number", "issued", "due", "outstanding", "total"], "-number"),
  /** Holds an account's code. */
  account: Code.optional().catch(undefined),
  unpaid: z.enum(["true"]).optional().catch(undefined),
});
export type ListInvoicesInput = z.input<typeof ListInvoicesInput>;
