"use server";

import { action } from "@/lib/server/doors/action";
import { cancelImport } from "@/lib/server/imports/commands/cancel-import";
import { startImport } from "@/lib/server/imports/commands/start-import";

export const startImportAction = action(startImport);
export const cancelImportAction = action(cancelImport);
