// `npm run user:create -- --organization NAME --email ADDRESS --role ROLE` makes a user, and the organization if it
// does not exist. It asks for the password, or reads it from standard input.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { refuse } from "../lib/domain/values/result";
import { createOrganization } from "../lib/server/organizations/create";
import { weakness } from "../lib/server/sign-in/new-password";
import { createUser } from "../lib/server/users/create-user";
import { doneOrTold } from "./command-line/done-or-told";
import { organizationCtx } from "./command-line/organization-ctx";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage =
  "Usage: npm run user:create -- --organization NAME --email ADDRESS --role administrator|operator|manager" +
  " [--name NAME] [--currency EUR] [--time-zone UTC]";

await withDatabase(async () => {
  const { organization, email, role, name = email, currency, "time-zone": timeZone } = options();
  const password = await readPassword();
  const weak = weakness(password, { name, email, organization });
  if (weak) await doneOrTold(Promise.resolve(refuse(weak)));
  const ctx =
    (await organizationCtx(organization)) ?? (await createdCtx({ name: organization, currency, timeZone }));
  await doneOrTold(createUser(ctx, { email, name, role, password, accountId: null, timeZone: null }));
  console.log(`${email} can sign in to ${organization} as ${role}.`);
});

function options() {
  const option = { type: "string" } as const;
  const defaults = { currency: { ...option, default: "EUR" }, "time-zone": { ...option, default: "UTC" } };
  try {
    const { values } = parseArgs({
      options: { organization: option, email: option, role: option, name: option, ...defaults },
    });
    const { organization, email, role } = values;
    if (!organization || !email || !role) throw new Refusal(usage);
    return { ...values, organization, email, role };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${(error as Error).message}\n${usage}`);
  }
}

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
