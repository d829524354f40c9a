import type { Permission } from "@/lib/domain/permissions";

export type BulkAction = "execute" | "cancel" | "set_status";

/** A bulk run needs what its single command needs. */
export const bulkPermissions: Record<BulkAction, Permission> = {
  execute: "order:execute",
  cancel: "order:cancel",
  set_status: "order:edit",
};
