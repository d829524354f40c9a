// `npm run user:create -- --organization NAME --email ADDRESS --role ROLE` makes a user, and the organization if it
// does not exist. It asks for the password, or reads it from standard input.
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { ZodError } from "zod";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import { systemCtx } from "../lib/server/kernel/ctx";
import { unscoped } from "../lib/server/kernel/db";
import { createOrganization } from "../lib/server/organizations/create";
import { createUser } from "../lib/server/users/commands/create-user";
import { Refusal } from "./task";
import { withDatabase } from "./with-database";

const usage =
  "Usage: npm run user:create -- --organization NAME --email ADDRESS --role administrator|operator|manager" +
  " [--name NAME] [--currency EUR] [--time-zone UTC]";

await withDatabase(async () => {
  const { organization, email, role, name = email, currency, "time-zone": timeZone } = options();
  const password = await readPassword();
  try {
    const ctx = await organizationCtx({ name: organization, currency, timeZone });
    const user = await createUser(ctx, { email, name, role, password, accountId: null, timeZone: null });
    if (!user.ok) throw new Refusal(tellRefusal(user.refusal, ctx.locale).message);
    console.log(`${email} can sign in to ${organization} as ${role}.`);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    throw new Refusal(error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
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

async function organizationCtx(wanted: { name: string; currency: string; timeZone: string }) {
  const existing = await unscoped().organization.findFirst({
    where: { name: { equals: wanted.name, mode: "insensitive" } },
    select: { id: true, timeZone: true },
  });
  if (existing) return systemCtx(existing.id, new Date(), existing.timeZone);
  const created = await createOrganization(wanted);
  if (!created.ok) throw new Refusal(tellRefusal(created.refusal, "en-GB").message);
  console.log(`Made the organization ${wanted.name}.`);
  return created.value;
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
