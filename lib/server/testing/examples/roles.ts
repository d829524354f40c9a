import "server-only";
import { makeRole } from "../factories/roles";
import type { Examples } from "./example";
import { code } from "./shared";

const permissions = ["order:edit", "invoice:read"];

/** Lists what administrators send to define roles. */
export const roleExamples: Examples = {
  createRole: {
    as: "administrator",
    input: async () => ({ name: code(), permissions }),
    kinds: { name: "words" },
  },
  editRole: {
    as: "administrator",
    input: async (here) => ({ id: (await makeRole(here)).id, version: 1, name: code(), permissions }),
    kinds: { name: "words" },
  },
  deleteRole: {
    as: "administrator",
    input: async (here) => ({ id: (await makeRole(here)).id, version: 1 }),
  },
};
