import { tmfServer } from "@/lib/server/doors/tmf622/serve";
import { config } from "@/lib/server/kernel/config";

const serveTmf = tmfServer({ requestsPerMinute: config().apiRequestsPerMinute });

/** Other companies' systems order by TM Forum's API for product orders. */
export { serveTmf as DELETE, serveTmf as GET, serveTmf as PATCH, serveTmf as POST };
