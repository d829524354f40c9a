import { type DatabaseUrls, ownsTables } from "../../lib/server/database/application-role";
import { migrateAsOwner } from "../../lib/server/database/migrations";

/** Brings the database up to this version of the product. Prints what it did, and what the operator still has to do. */
export async function bringUpToDate(urls: DatabaseUrls, secretsKey: string): Promise<void> {
  const { length } = await migrateAsOwner(urls);
  if (length > 0) console.log(`Applied ${length} migration${length === 1 ? "" : "s"}.`);
  await tellOneRole(urls);
  await seal(urls, secretsKey);
}

/** Says what is missing where the application signs in as a role that could change the tables. */
async function tellOneRole({ url }: DatabaseUrls) {
  if (!(await ownsTables(url))) return;
  console.error(
    "DATABASE_URL signs in as a role that can change the tables. Set DATABASE_OWNER_URL to it, and DATABASE_URL to a role without rights of its own: README.md, “Database roles”, shows how.",
  );
}

/** Seals what stands in the database unsealed or under a key that was replaced, before anything reads it. */
async function seal({ url }: DatabaseUrls, secretsKey: string) {
  process.env.SECRETS_KEY = secretsKey;
  // It reads the configuration as it is loaded, which is to be checked and complete by then.
  const { resealSecrets } = await import("../../lib/server/secrets/reseal");
  const { sealed, unreadable } = await resealSecrets(url);
  if (sealed > 0)
    console.log(`Sealed ${sealed} secret${sealed === 1 ? "" : "s"} with the first key of SECRETS_KEY.`);
  if (unreadable > 0) {
    console.error(
      `${unreadable} secret${unreadable === 1 ? " is" : "s are"} sealed with a key that is not here. Add that key to SECRETS_KEY behind the present one, or renew the secrets in BSS Setup.`,
    );
  }
}
