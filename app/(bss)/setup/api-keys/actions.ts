"use server";

import { createApiKey } from "@/lib/server/api-keys/commands/create-api-key";
import { revokeApiKey } from "@/lib/server/api-keys/commands/revoke-api-key";
import { rotateApiKey } from "@/lib/server/api-keys/commands/rotate-api-key";
import { action } from "@/lib/server/doors/action";

export const createApiKeyAction = action(createApiKey);
export const rotateApiKeyAction = action(rotateApiKey);
export const revokeApiKeyAction = action(revokeApiKey);
