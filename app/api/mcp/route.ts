import { mcpServer } from "@/lib/server/doors/mcp/serve";
import { config } from "@/lib/server/kernel/config";

const serveAgents = mcpServer({ requestsPerMinute: config().apiRequestsPerMinute });

/** Agents call the same commands and queries as programs. */
export { serveAgents as DELETE, serveAgents as GET, serveAgents as POST };
