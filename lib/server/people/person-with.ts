import "server-only";
import { sentAddress } from "@/lib/domain/values/email";
import { sql, type Tx, unscoped } from "../kernel/db";
import { addressesOf } from "./spelling";

type Person = { id: string; email: string; sentEmail: string };

/**
 * Returns the person with an email address, and makes one if there is none. Of two who ask at once, one makes them. The address
 * of the person stays as it is until the transaction ends. See docs/domain.md, section 7, "Several organizations".
 */
export async function personWith(tx: Tx, typed: string): Promise<Person> {
  const { email, sentEmail } = addressesOf(typed);
  await tx.$executeRaw(sql`
    INSERT INTO people (email, sent_email) VALUES (${email}, ${sentEmail}) ON CONFLICT DO NOTHING`);
  const [person] = await tx.$queryRaw<Person[]>(sql`
    SELECT id, email, sent_email AS "sentEmail" FROM people WHERE sent_email = ${sentEmail} FOR SHARE`);
  if (!person) throw new Error("The person was there a moment ago");
  return person;
}

/** Tells the host's own command line whether somebody signs in with an address. No form may tell that. */
export async function signsInAnywhere(email: string): Promise<boolean> {
  const sentEmail = sentAddress(email.trim().toLowerCase()) ?? "";
  return (await unscoped().person.count({ where: { sentEmail, acceptedAt: { not: null } } })) > 0;
}
