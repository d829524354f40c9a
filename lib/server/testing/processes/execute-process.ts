// This is a separate process that executes the requested order, so that a test can kill it.

import { systemCtx } from "../../kernel/ctx";
import { executeOrder } from "../../orders/commands/execute-order";

process.on("message", async ({ organizationId, code }: { organizationId: string; code: string }) => {
  const { ok } = await executeOrder(systemCtx(organizationId, new Date()), { code });
  process.send?.({ ok });
});
process.send?.("ready");
