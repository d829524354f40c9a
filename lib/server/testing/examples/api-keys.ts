import "server-only";
import { addDays } from "@/lib/domain/values/day";
import { makeApiKey } from "../factories/api-keys";
import type { Examples } from "./example";
import { today } from "./shared";

/** Lists what staff send to the API keys. */
export const apiKeysExamples: Examples = {
  createApiKey: {
    as: "administrator",
    input: async () => ({
      name: "Warehouse",
      role: "operator",
      scopes: ["order:read", "order:deliver"],
      expiresOn: addDays(today(), 30),
    }),
    // Without a role the key is a manager's, who may not deliver: that is told beside the scope.
    kinds: { name: "words", scopes: "nullable", expiresOn: "open" },
    elsewhere: { role: "scopes" },
  },
  rotateApiKey: {
    as: "administrator",
    input: async (here) => ({ id: (await makeApiKey(here)).id, version: 1, overlap: "day" }),
    kinds: { overlap: "optional" },
  },
  revokeApiKey: {
    as: "administrator",
    input: async (here) => ({ id: (await makeApiKey(here)).id }),
  },
};
