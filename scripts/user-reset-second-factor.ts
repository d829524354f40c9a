// `npm run user:reset-second-factor -- --email ADDRESS` takes the second factors of a person away who has lost them. It is for
// the people who run the product: the last administrator has nobody else to ask, and no administrator may do it for a person
// who is in several organizations.
import { hostReset } from "../lib/server/users/host-reset";
import { readOptions } from "./command-line/options";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage = "Usage: npm run user:reset-second-factor -- --email ADDRESS";

await withDatabase(async () => {
  const { email } = readOptions(usage, ["email"]);
  const reset = await hostReset(email, new Date());
  if (!reset) throw new Refusal("Nobody with a second factor signs in with this address.");
  console.log(`The second factors of ${reset.email} are gone. The password alone signs in.`);
});
