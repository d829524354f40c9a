import "server-only";
import { deactivateUser } from "../../users/commands/set-active";
import { makeUser, value } from "../factories/basics";
import { makeEmailChange } from "../factories/people";
import { makeRole } from "../factories/roles";
import { makePersonWithApp } from "../factories/second-factors";
import type { Examples } from "./example";
import { code } from "./shared";

/** Lists what staff send to the users. */
export const usersExamples: Examples = {
  inviteUser: {
    as: "administrator",
    input: async () => ({
      email: `${code()}@example.com`,
      name: "Ada",
      role: "operator",
      roleId: null,
      accountId: null,
      accountRole: null,
      timeZone: "Europe/Berlin",
    }),
    kinds: { name: "words", roleId: "open", accountId: "open", accountRole: "open", timeZone: "open" },
  },
  sendLink: {
    as: "administrator",
    input: async (here) => ({ id: (await makeUser(here)).id }),
  },
  showEmailLink: {
    as: "administrator",
    input: async (here) => ({ id: (await makeEmailChange(here)).id }),
  },
  setRole: {
    as: "administrator",
    input: async (here) => ({
      ...{ id: (await makeUser(here)).id, version: 1 },
      ...{ role: "custom", roleId: (await makeRole(here)).id, accountId: null, accountRole: null },
    }),
    kinds: { accountId: "open", accountRole: "open" },
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
  resetSecondFactor: {
    as: "administrator",
    input: async (here) => ({ id: (await makePersonWithApp(here)).id }),
  },
  endUserSessions: {
    as: "administrator",
    input: async (here) => ({ id: (await makeUser(here)).id }),
  },
};
