import { serveApi } from "@/lib/server/doors/rest/serve";

/** Every call of the API is an endpoint of `lib/server/doors/rest/endpoints.ts`. */
export { serveApi as DELETE, serveApi as GET, serveApi as PATCH, serveApi as POST, serveApi as PUT };
