import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { makeUser, type TestOrganization } from "../factories/basics";
import { makeImport, sentFile } from "../factories/imports";
import type { Json } from "../hostile";
import type { Examples } from "./example";
import { each, oncePer } from "./shared";

const importer = oncePer((here) => makeUser(here, { role: "administrator" }));

/** Returns the Ctx of a stored user, because imports work in a user's name. */
async function inPerson(ctx: Ctx, here: TestOrganization): Promise<Ctx> {
  return { ...ctx, actor: { ...ctx.actor, id: (await importer(here)).id } };
}

let sent = 0;

/** Returns a file with a row of a new account for each row of the example. */
async function accountsFile(here: TestOrganization): Promise<string> {
  const rows = await each(here, async () => `import-${++sent},Imported ${sent}`);
  return ["externalId,name", ...rows].join("\n");
}

/** Lists what staff send to imports. */
export const importsExamples: Examples = {
  createImport: {
    as: "administrator",
    who: inPerson,
    input: async (here) => ({
      ...{ subject: "accounts", format: "csv", fileName: "accounts.csv", start: true },
      // A file has nothing that a caller could fill in otherwise.
      file: sentFile(await accountsFile(here)) as unknown as Json,
    }),
    kinds: { fileName: "words", start: "optionalYes" },
  },
  startImport: {
    as: "administrator",
    who: inPerson,
    input: async (here) => ({ importId: await checkedImport(here) }),
  },
  cancelImport: {
    as: "administrator",
    who: inPerson,
    input: async (here) => ({ importId: await checkedImport(here) }),
  },
};

/** Creates an import that nobody has started. */
export async function checkedImport(here: TestOrganization): Promise<string> {
  const ctx = await inPerson(here.as.administrator, here);
  return makeImport(ctx, "accounts", await accountsFile(here));
}
