import "server-only";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

/** Describes the external credit check without its secret, as setup shows it. */
export type CreditCheckRow = { enabled: boolean; endpoint: string; timeoutSeconds: number; version: number };

/** Returns the external credit check, or null if none is configured. */
export const getCreditCheck = query({
  name: "credit-check.get",
  caller: staff("credit-check:save"),
  input: nothing,
  async run({ ctx }): Promise<CreditCheckRow | null> {
    return read(ctx).creditCheck.findFirst({
      select: { enabled: true, endpoint: true, timeoutSeconds: true, version: true },
    });
  },
});
