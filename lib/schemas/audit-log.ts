import { z } from "zod";
import { listParameters, sortParameter } from "./fields";

export const ListAuditLogInput = z.object({ ...listParameters, sort: sortParameter(["at"], "-at") });
export type ListAuditLogInput = z.input<typeof ListAuditLogInput>;
