// This is what somebody would write who needs one list and one command of an API: node:http, pg and nothing else.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import type { Ctx } from "../../lib/server/kernel/ctx";
import type { SentStatement } from "../../lib/server/testing/sent-statements";
import { executeByHand } from "./execute-by-hand";

export type BareWork = {
  databaseUrl: string;
  list: SentStatement;
  ctx: Ctx;
  statusId: string;
  atATime: number;
};

process.once("message", ({ databaseUrl, list, ctx, statusId, atATime }: BareWork) => {
  const now = new Date(ctx.now);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: atATime });
  // The database may stop before this process does.
  pool.on("error", () => {});
  const answer = async (path: string): Promise<unknown> => {
    const [, code] = /^\/orders\/([^/]+)\/execute$/.exec(path) ?? [];
    if (!code) return (await pool.query({ name: "list", text: list.text, values: list.values })).rows;
    const connection = await pool.connect();
    try {
      await executeByHand(connection, { ...ctx, now }, code, statusId);
      return { code };
    } finally {
      connection.release();
    }
  };
  const server = createServer((request, response) => {
    request.resume();
    answer(request.url ?? "").then(
      (body) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit(0));
