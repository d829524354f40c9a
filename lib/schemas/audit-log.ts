import { z } from "zod";
import { listParameters } from "./fields";

export const ListAuditLogInput = z.object({ ...listParameters });
export type ListAuditLogInput = z.input<typeof ListAuditLogInput>;
