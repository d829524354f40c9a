import type { Permission } from "@/lib/domain/permissions";
import { staff } from "../kernel/definition/caller";

export type BulkAction = "execute" | "cancel" | "set_status";

/** A bulk run needs what its single command needs. */
export const bulkPermissions: Record<BulkAction, Permission> = {
  execute: "order:execute",
  cancel: "order:cancel",
  set_status: "order:edit",
};

/** Whoever may do one of them; which one, the run's own action decides. */
export const bulkStaff = staff("order:execute", "order:cancel", "order:edit");
