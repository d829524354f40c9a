import "server-only";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

/** The external credit check as setup shows it: without its secret. */
export type CreditCheckRow = { enabled: boolean; endpoint: string; timeoutSeconds: number; version: number };

/** Nothing while there is none. */
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
