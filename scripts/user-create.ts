// `npm run user:create -- --organization NAME --email ADDRESS --role ROLE` makes a user, and the organization if it
// does not exist. It asks for the password, or reads it from standard input. Somebody who signs in to another organization
// is added with the password that they have.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { refuse } from "../lib/domain/values/result";
import { createOrganization } from "../lib/server/organizations/create";
import { signsInAnywhere } from "../lib/server/people/person-with";
import { weakness } from "../lib/server/sign-in/password/new-password";
import { addExistingUser, createUser } from "../lib/server/users/create-user";
import { doneOrTold } from "./command-line/done-or-told";
import { readOptions } from "./command-line/options";
import { organizationCtx } from "./command-line/organization-ctx";
import { withDatabase } from "./command-line/with-database";

const usage =
  "Usage: npm run user:create -- --organization NAME --email ADDRESS --role administrator|operator|manager" +
  " [--name NAME] [--currency EUR] [--time-zone UTC]";

await withDatabase(async () => {
  const options = readOptions(usage, ["organization", "email", "role"], ["name", "currency", "time-zone"]);
  const { organization, email, role, name = email, currency = "EUR" } = options;
  const timeZone = options["time-zone"] ?? "UTC";
  const known = await signsInAnywhere(email);
  const password = known ? "" : await readPassword();
  const weak = known ? null : weakness(password, { name, email, organization });
  if (weak) await doneOrTold(Promise.resolve(refuse(weak)));
  const ctx =
    (await organizationCtx(organization)) ?? (await createdCtx({ name: organization, currency, timeZone }));
  const user = { email, name, role, accountId: null, timeZone: null };
  await doneOrTold(known ? addExistingUser(ctx, user) : createUser(ctx, { ...user, password }));
  console.log(`${email} can sign in to ${organization} as ${role}.`);
  if (known) console.log("They sign in to another organization already, so their own password stays.");
});

async function createdCtx(wanted: { name: string; currency: string; timeZone: string }) {
  const ctx = await doneOrTold(createOrganization(wanted));
  console.log(`Made the organization ${wanted.name}.`);
  return ctx;
}

async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, "");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const prompt = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stdout.write("Password: ");
  const password = await prompt.question("");
  prompt.close();
  process.stdout.write("\n");
  return password;
}
