// `npm run db:diff`: the SQL that takes the migrations to schema.prisma, to be read, completed and kept as a migration.
import { startTemporaryPostgres } from "../lib/server/database/embedded-postgres/temporary";
import { missingMigrationSql } from "../lib/server/database/migrations";

const server = await startTemporaryPostgres();
try {
  const sql = await missingMigrationSql(server.url);
  console.log(sql || "-- The migrations describe schema.prisma already.");
} finally {
  await server.remove();
}
