import "server-only";
import type { CreateApiKeyInput } from "@/lib/schemas/api-keys";
import { createApiKey } from "../../api-keys/commands/create-api-key";
import { type TestOrganization, value } from "./basics";

/** Creates an API key, of an operator by default. */
export async function makeApiKey(organization: TestOrganization, input: Partial<CreateApiKeyInput> = {}) {
  const all: CreateApiKeyInput = {
    name: "Warehouse",
    role: "operator",
    scopes: null,
    expiresOn: null,
    ...input,
  };
  const { id, secret } = value(await createApiKey(organization.as.administrator, all));
  if (secret === null) throw new Error("A key that nobody asked for before has a secret");
  return { ...all, id, secret };
}
