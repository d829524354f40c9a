import { z } from "zod";
import { Id, line } from "./fields";

export const ProvisioningTaskInput = z.strictObject({ taskId: Id });
export type ProvisioningTaskInput = z.input<typeof ProvisioningTaskInput>;

export const FailProvisioningInput = z.strictObject({
  taskId: Id,
  /** The subscription will show this. */
  reason: line("the reason", 500),
});
export type FailProvisioningInput = z.input<typeof FailProvisioningInput>;
