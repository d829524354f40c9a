import { execFile } from "node:child_process";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { missingMigrationSql, schemaSql } from "@/lib/server/database/migrations";
import { type Catalog, catalogOf } from "@/lib/server/database/schema-catalog";
import { createScratchDatabase, type ScratchDatabase } from "@/lib/server/database/scratch-database";

describe("schema.prisma and the migrations", () => {
  const { server, template } = inject("database");
  let described: ScratchDatabase;
  let migrated: ScratchDatabase;
  let schema: Catalog;
  let migrations: Catalog;

  beforeAll(async () => {
    described = await createScratchDatabase(server);
    migrated = await createScratchDatabase(server, { template });
    const client = new pg.Client({ connectionString: described.url });
    await client.connect();
    await client.query(await schemaSql(described.url));
    await client.end();
    schema = await catalogOf(described.url);
    migrations = await catalogOf(migrated.url);
  });

  afterAll(async () => {
    await described.drop();
    await migrated.drop();
  });

  it.each(["enums", "columns", "keys", "indexes"] as const)("agree on %s", (what) => {
    expect(schema[what].length).toBeGreaterThan(0);
    expect(migrations[what]).toEqual(schema[what]);
  });

  it("leave nothing to migrate", async () => {
    expect(await missingMigrationSql(server)).toMatch(/^(-- This is an empty migration\.)?$/);
  });

  it("are compared by npm run db:diff", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...["--import", "tsx", "--conditions=react-server", "scripts/db-diff.ts"],
    ]);
    expect(stdout).toContain("The migrations describe schema.prisma already.");
  });
});
