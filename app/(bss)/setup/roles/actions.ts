"use server";

import { action } from "@/lib/server/doors/action";
import { createRole } from "@/lib/server/roles/commands/create-role";
import { deleteRole } from "@/lib/server/roles/commands/delete-role";
import { editRole } from "@/lib/server/roles/commands/edit-role";

export const createRoleAction = action(createRole);
export const editRoleAction = action(editRole);
export const deleteRoleAction = action(deleteRole);
