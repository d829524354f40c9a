// `health` asks the web server of this container, and `health worker` looks whether a worker of this container works.
import { readConfig } from "../../lib/server/kernel/config";
import { worksHere } from "../../lib/worker/works-here";

const { host, port, databaseUrl = "" } = readConfig(process.env);

const isHealthy = process.argv[2] === "worker" ? worksHere(databaseUrl) : answers();
const problem = await isHealthy.then((yes) => (yes ? undefined : "It does not work."), String);
if (problem) console.error(problem);
process.exit(problem ? 1 : 0);

async function answers(): Promise<boolean> {
  const here = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return (await fetch(`http://${here}:${port}/api/health`)).ok;
}
