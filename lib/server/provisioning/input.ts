import { z } from "zod";
import { Id } from "../../schemas/fields";

export const ProvisioningTaskInput = z.strictObject({ taskId: Id });
export type ProvisioningTaskInput = z.input<typeof ProvisioningTaskInput>;
