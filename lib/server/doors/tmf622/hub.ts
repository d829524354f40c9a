import "server-only";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx";
import { tmfEvents, tmfKinds } from "../../tmf622/event";
import { hrefOf } from "../../tmf622/product-order";
import { getWebhook } from "../../webhooks/queries/webhooks";
import { ProblemError } from "../rest/problem";
import { bodyOf } from "./body-of";
import { ask } from "./our-call";

const Listener = z.looseObject({ callback: z.string().max(500), query: z.string().max(500).optional() });

/**
 * Registers a listener, which is a webhook of our own that is told in the form of TMF622. `query` can name the type of event, as
 * in "eventType=ProductOrderStateChangeEvent". See docs/domain.md, section 8, "TMF622".
 */
export async function addListener(request: Request, ctx: Ctx): Promise<Response> {
  const { callback, query } = Listener.parse(await bodyOf(request));
  const name = `TMF622 listener ${crypto.randomUUID().slice(0, 8)}`;
  const types = kindsOf(query);
  if (types.length === 0)
    throw new ProblemError("invalid_body", undefined, [{ pointer: "/query", detail: unknownType }]);
  const answer = await ask(ctx, request, "POST", "/webhook-endpoints", {
    name,
    url: callback,
    types,
    form: "tmf622",
  });
  if (!answer.ok) return answer;
  const { id } = await answer.json();
  const headers = { location: hrefOf("hub", id) };
  return Response.json({ id, callback, ...(query !== undefined && { query }) }, { status: 201, headers });
}

const unknownType = "No event has this type. Leave the query out to hear of every event.";

/** Returns the kinds of our events that a query asks for: all of them, or those of the types that it names. */
function kindsOf(query: string | undefined) {
  const wanted = new URLSearchParams(query).getAll("eventType").flatMap((types) => types.split(","));
  return tmfKinds.filter((kind) => wanted.length === 0 || wanted.includes(tmfEvents[kind]));
}

/** Takes a listener away. */
export async function removeListener(request: Request, ctx: Ctx, id: string): Promise<Response> {
  const { version } = await getWebhook(ctx, id);
  const path = `/webhook-endpoints/${encodeURIComponent(id)}`;
  const answer = await ask(ctx, request, "DELETE", path, {}, { "if-match": `"${version}"` });
  return answer.ok ? new Response(null, { status: 204 }) : answer;
}
