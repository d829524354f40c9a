// `npm run organization:allow-passwords -- --organization NAME` lets passwords sign in again to an organization that takes single
// sign-on alone. It is for the people who run the product: without the identity provider, no administrator gets in to allow them.
import { hostAllowPasswords } from "../lib/server/organizations/host-allow-passwords";
import { readOptions } from "./command-line/options";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage = "Usage: npm run organization:allow-passwords -- --organization NAME";

await withDatabase(async () => {
  const { organization: name } = readOptions(usage, ["organization"]);
  const allowed = await hostAllowPasswords(name, new Date());
  if (!allowed) throw new Refusal("No organization of this name takes single sign-on alone.");
  console.log(`Passwords and passkeys sign in to ${name} again.`);
});
