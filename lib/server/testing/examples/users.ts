import "server-only";
import { deactivateUser } from "../../users/commands/set-active";
import { makeUser, value } from "../factories/basics";
import type { Examples } from "./example";
import { code } from "./shared";

/** Lists what staff send to the users. */
export const usersExamples: Examples = {
  createUser: {
    as: "administrator",
    input: async () => ({
      email: `${code()}@example.com`,
      name: "Ada",
      role: "operator",
      accountId: null,
      password: "a password for tests",
      timeZone: "Europe/Berlin",
    }),
    kinds: { name: "words", accountId: "open", password: "password", timeZone: "open" },
  },
  setRole: {
    as: "administrator",
    input: async (here) => ({ id: (await makeUser(here)).id, version: 1, role: "manager", accountId: null }),
    kinds: { accountId: "open" },
  },
  deactivateUser: {
    as: "administrator",
    input: async (here) => ({ id: (await makeUser(here)).id, version: 1 }),
  },
  activateUser: {
    as: "administrator",
    input: async (here) => {
      const { id } = await makeUser(here);
      value(await deactivateUser(here.as.administrator, { id, version: 1 }));
      return { id, version: 2 };
    },
  },
  endUserSessions: {
    as: "administrator",
    input: async (here) => ({ id: (await makeUser(here)).id }),
  },
  resetPassword: {
    as: "administrator",
    input: async (here) => ({ id: (await makeUser(here)).id, password: "a password for tests" }),
    kinds: { password: "password" },
  },
};
