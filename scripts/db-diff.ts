// `npm run db:diff` prints the SQL that takes the migrations to schema.prisma. Read it, complete it and keep it as a
// migration.
import { startTemporaryPostgres } from "../lib/server/database/embedded-postgres/temporary";
import { missingMigrationSql } from "../lib/server/database/migrations";

const server = await startTemporaryPostgres();
try {
  const sql = await missingMigrationSql(server.ownerUrl);
  console.log(sql || "-- The migrations describe schema.prisma already.");
} finally {
  await server.remove();
}
