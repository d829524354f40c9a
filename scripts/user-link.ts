// `npm run user:link -- --email ADDRESS` prints a link with which a person chooses a new password. It is for the people who
// run the product: an administrator of one organization may not hold the link of somebody who is in another one too.
import { hostLink } from "../lib/server/users/host-link";
import { readOptions } from "./command-line/options";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage = "Usage: npm run user:link -- --email ADDRESS";

await withDatabase(async () => {
  const { email } = readOptions(usage, ["email"]);
  const link = await hostLink(email, new Date());
  if (!link) throw new Refusal("Nobody signs in with this address. Check it, or invite the person.");
  console.error("This link works once and for 24 hours. Give it to nobody but its person.");
  console.log(link);
});
