// `npm run api-key:create -- --organization NAME --name NAME [--role ROLE] [--expires YYYY-MM-DD]` creates an API key and
// prints it once, alone on standard output, so that a program can read it from there.
import { type KeyRole, keyRoles } from "@/lib/domain/api-key";
import { createApiKey } from "../lib/server/api-keys/commands/create-api-key";
import { doneOrTold } from "./command-line/done-or-told";
import { readOptions } from "./command-line/options";
import { organizationCtx } from "./command-line/organization-ctx";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage = `Usage: npm run api-key:create -- --organization NAME --name NAME [--role ${keyRoles.join("|")}] [--expires YYYY-MM-DD]`;

await withDatabase(async () => {
  const {
    organization,
    name,
    role = "manager",
    expires,
  } = readOptions(usage, ["organization", "name"], ["role", "expires"]);
  if (!isKeyRole(role)) throw new Refusal(usage);
  const ctx = await organizationCtx(organization);
  if (!ctx) throw new Refusal(`There is no organization named ${organization}.`);
  const key = await doneOrTold(createApiKey(ctx, { name, role, expiresOn: expires }));
  console.error(
    `${name} can call the API of ${organization} as ${role}. Keep the key: we don't show it again.`,
  );
  console.log(key.secret);
});

function isKeyRole(role: string): role is KeyRole {
  return keyRoles.some((candidate) => candidate === role);
}
