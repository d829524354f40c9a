import type { Permission } from "@/lib/domain/permissions";
import { staff } from "../kernel/definition/caller";

export type BulkAction = "execute" | "cancel" | "set_status";

/** Gives the permission of each bulk action, which is the one that its single command needs. */
export const bulkPermissions: Record<BulkAction, Permission> = {
  execute: "order:execute",
  cancel: "order:cancel",
  set_status: "order:edit",
};

/** Allows callers who may do one of the actions. The run's own action then decides which permission they need. */
export const bulkStaff = staff("order:execute", "order:cancel", "order:edit");
