// `npm run db:migrate` brings the database of DATABASE_URL, or the embedded one, up to this version of the product.
import { withDatabase } from "./command-line/with-database";

await withDatabase(async () => console.log("The database is up to date."));
