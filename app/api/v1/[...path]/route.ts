import { apiServer } from "@/lib/server/doors/rest/serve";
import { config } from "@/lib/server/kernel/config";

const serveApi = apiServer({ requestsPerMinute: config().apiRequestsPerMinute });

/** Every call of the API is an endpoint of `lib/server/doors/rest/endpoints.ts`. */
export { serveApi as DELETE, serveApi as GET, serveApi as PATCH, serveApi as POST, serveApi as PUT };
