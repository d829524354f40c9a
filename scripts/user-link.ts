// `npm run user:link -- --email ADDRESS` prints a link with which a person chooses a new password. It is for whoever runs the
// product: an administrator of one organization may not hold the link of somebody who is in another one too.
import { parseArgs } from "node:util";
import { hostLink } from "../lib/server/users/host-link";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage = "Usage: npm run user:link -- --email ADDRESS";

await withDatabase(async () => {
  const link = await hostLink(email(), new Date());
  if (!link) throw new Refusal("Nobody signs in with this address. Check it, or invite the person.");
  console.error("This link works once and for 24 hours. Give it to nobody but its person.");
  console.log(link);
});

function email(): string {
  try {
    const { values } = parseArgs({ options: { email: { type: "string" } } });
    if (!values.email) throw new Refusal(usage);
    return values.email;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(`${(error as Error).message}\n${usage}`);
  }
}
