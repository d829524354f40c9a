import "server-only";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { carryOutImport } from "../../imports/commands/carry-out-import";
import { createImport } from "../../imports/commands/create-import";
import { SentFile } from "../../imports/sent-file";
import { type Ctx, systemCtx } from "../../kernel/ctx";
import { makeUser, type TestOrganization, value } from "./basics";

/** Returns the Ctx of a stored administrator, because an import works in the name of one that exists. */
export async function makeImporter(organization: TestOrganization): Promise<Ctx> {
  const { id } = await makeUser(organization, { role: "administrator" });
  const ctx = organization.as.administrator;
  return { ...ctx, actor: { ...ctx.actor, id } };
}

/** Returns a text as a file that somebody sends. */
export function sentFile(text: string | Uint8Array): SentFile {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return new SentFile(
    (async function* () {
      yield bytes;
    })(),
  );
}

/** Sends a CSV file and returns the id of its import, which nobody has started. */
export async function makeImport(ctx: Ctx, subject: ImportSubject, text: string): Promise<string> {
  const file = { subject, format: "csv" as const, fileName: `${subject}.csv`, file: sentFile(text) };
  return value(await createImport(ctx, file)).importId;
}

/** Imports what is started, as the worker does. */
export function carryOut({ organizationId }: Ctx, importId: string) {
  return carryOutImport(systemCtx(organizationId, new Date()), { importId });
}
