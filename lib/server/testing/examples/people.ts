import "server-only";
import { showEmailLink } from "../../users/commands/show-email-link";
import { type TestOrganization, value } from "../factories/basics";
import { held, makeEmailChange, makeInvited, makePerson, secretOf } from "../factories/people";
import type { Json, Kinds } from "../hostile";

/** Holds who calls a command or query about themselves, and what they send. */
type PersonExample = {
  /** Returns a new person, or the holder of a new link. */
  who: (here: TestOrganization) => Promise<unknown>;
  /** Is missing for a query that takes nothing. */
  input?: Json;
  kinds?: Kinds;
};

const person = async (here: TestOrganization) => (await makePerson(here)).person;
const current = "a password for tests";
const password = "seven umbrellas in the rain";

/** Lists what people send about themselves, signed in or by a link. */
export const peopleExamples: Record<string, PersonExample> = {
  getProfile: { who: person },
  changeName: { who: person, input: { name: "Ada Byron" }, kinds: { name: "words" } },
  changePassword: { who: person, input: { current, password }, kinds: { password: "password" } },
  changeEmail: { who: person, input: { email: "ada@new.example", current } },
  keepEmail: {
    who: async (here) => (await makeEmailChange(here)).person,
    input: {},
    kinds: { "": "nothingNeeded" },
  },
  choosePassword: {
    who: async (here) => held("invitation", (await makeInvited(here)).secret),
    input: { password },
    kinds: { password: "password" },
  },
  confirmEmail: {
    who: async (here) => {
      const { id } = await makeEmailChange(here);
      return held("email", secretOf(value(await showEmailLink(here.as.administrator, { id })).link));
    },
    input: {},
    kinds: { "": "nothingNeeded" },
  },
};
