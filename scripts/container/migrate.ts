import { readConfig } from "../../lib/server/kernel/config";
import { ownDatabase } from "../command-line/with-database";
import { bringUpToDate } from "../start/up-to-date";

const config = readConfig(process.env);
const urls = ownDatabase(config);
if (urls) await bringUpToDate(urls, config.secretsKeys.join(","));
console.log("The database is up to date.");
