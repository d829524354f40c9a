// `npm run audit:verify -- --organization NAME` says whether the events of an organization are as they were recorded. With
// `--hash HASH` it also says whether the seal with that hash, which somebody kept elsewhere, is among its seals.
import { count } from "../lib/domain/format/count";
import { verifySeals } from "../lib/server/audit-log/verify-seals";
import { read } from "../lib/server/kernel/db";
import { readOptions } from "./command-line/options";
import { organizationCtx } from "./command-line/organization-ctx";
import { Refusal } from "./command-line/task";
import { withDatabase } from "./command-line/with-database";

const usage = "Usage: npm run audit:verify -- --organization NAME [--hash HASH]";

await withDatabase(async () => {
  const { organization, hash } = readOptions(usage, ["organization"], ["hash"]);
  const ctx = await organizationCtx(organization);
  if (!ctx) throw new Refusal(`There is no organization ${organization}.`);
  const verified = await verifySeals(ctx);
  if (!verified.holds) {
    const { seal, before } = verified;
    const since = before ? `after ${before.sealedAt.toISOString()}` : "from the beginning";
    throw new Refusal(
      `Seal ${seal.number} does not hold: an event recorded ${since} and sealed by ${seal.sealedAt.toISOString()} was changed, added or taken away.`,
    );
  }
  const { seals, events, unsealed, last } = verified;
  if (hash !== undefined && !(await read(ctx).eventSeal.findFirst({ where: { hash } })))
    throw new Refusal("All seals hold, but none has that hash: they were made anew after it was kept.");
  console.log(
    `${count(events, "event")} in ${count(seals, "seal")} ${events === 1 ? "is as it was recorded" : "are as they were recorded"}. Newer events that are not sealed yet: ${unsealed}.`,
  );
  if (last)
    console.log(`Keep this elsewhere: seal ${last.number}, ${last.sealedAt.toISOString()}, ${last.hash}`);
});
