import "server-only";
import { z } from "zod";
import { OrderCode } from "@/lib/schemas/orders";
import { config } from "../../kernel/config";
import type { Ctx } from "../../kernel/ctx";
import { NotFound } from "../../kernel/errors";
import { type TradeOrder, tradeOrders } from "../../orders/queries/trade-orders";
import { cancelProductOrderOf, hrefOf, productOrderOf, tmfBase } from "../../tmf622/product-order";
import { keyed } from "../rest/keyed";
import { errorResponse, ProblemError } from "../rest/problem";
import { bodyOf } from "./body-of";
import { addListener, removeListener } from "./hub";
import { newOrderOf } from "./new-order";
import { ask } from "./our-call";

/**
 * Returns what answers the systems of other companies by TM Forum's API for product orders, TMF622 v4. It translates what they
 * send to calls of our own API, so that the same rules hold. See docs/domain.md, section 8, "TMF622".
 */
export function tmfServer({ requestsPerMinute }: { requestsPerMinute: number }) {
  return keyed("tmf622", requestsPerMinute, async (request, ctx) => {
    const answer = answerTmf(request, ctx).catch((error: unknown) =>
      errorResponse(error, ctx.requestId, { method: request.method, names: [] }),
    );
    return asTmfError(await answer);
  });
}

const resources = ["productOrder", "cancelProductOrder", "hub"];

async function answerTmf(request: Request, ctx: Ctx): Promise<Response> {
  const url = new URL(request.url);
  const [resource = "", id, ...more] = url.pathname
    .slice(tmfBase.length + 1)
    .split("/")
    .map(decoded);
  if (more.length > 0) throw new ProblemError("no_such_path");
  const call = `${request.method === "HEAD" ? "GET" : request.method} ${resource}${id === undefined ? "" : "/id"}`;
  switch (call) {
    case "GET productOrder":
      return list(ctx, url, {}, productOrderOf);
    case "GET productOrder/id":
      return one(url, productOrderOf(await orderOf(ctx, id)));
    case "POST productOrder":
      return create(request, ctx);
    case "PATCH productOrder/id":
      return change(request, ctx, id);
    case "DELETE productOrder/id":
      await orderOf(ctx, id);
      throw new ProblemError("not_deletable");
    case "GET cancelProductOrder":
      return list(ctx, url, { state: "cancelled" }, cancelProductOrderOf);
    case "GET cancelProductOrder/id":
      return one(url, cancelProductOrderOf(await canceledOf(ctx, id)));
    case "POST cancelProductOrder":
      return cancel(request, ctx);
    case "POST hub":
      return addListener(request, ctx);
    case "DELETE hub/id":
      return removeListener(request, ctx, id ?? "");
    default:
      throw new ProblemError(resources.includes(resource) ? "method_not_allowed" : "no_such_path");
  }
}

/** Reads a part of the address. A broken escape leads nowhere. @throws ProblemError */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ProblemError("not_found");
  }
}

async function orderOf(ctx: Ctx, id: string | undefined): Promise<TradeOrder> {
  const code = OrderCode.safeParse(id);
  const { orders } = code.success ? await tradeOrders(ctx, { codes: [code.data] }) : { orders: [] };
  if (!orders[0]) throw new NotFound("order", id ?? "");
  return orders[0];
}

async function canceledOf(ctx: Ctx, id: string | undefined): Promise<TradeOrder> {
  const order = await orderOf(ctx, id);
  if (!order.canceled) throw new NotFound("canceled order", id ?? "");
  return order;
}

/** Answers a page, with how many there are beside it. */
async function list<Told extends object>(
  ctx: Ctx,
  url: URL,
  always: Record<string, unknown>,
  tell: (order: TradeOrder) => Told,
): Promise<Response> {
  const { fields, id, ...filters } = Object.fromEntries(url.searchParams);
  const { orders, total } = await tradeOrders(ctx, {
    ...filters,
    ...(id !== undefined && { codes: [id] }),
    ...always,
  });
  const told = orders.map((order) => narrowed(tell(order), fields));
  const headers = {
    "x-result-count": String(told.length),
    ...(total !== null && { "x-total-count": String(total) }),
  };
  return Response.json(told, { headers });
}

function one(url: URL, told: object): Response {
  return Response.json(narrowed(told, url.searchParams.get("fields") ?? undefined));
}

/** Keeps the fields that were asked for, and those that say what it is. */
function narrowed(told: object, fields: string | undefined): object {
  if (fields === undefined) return told;
  const kept = new Set(["id", "href", "@type", ...fields.split(",").map((name) => name.trim())]);
  return Object.fromEntries(Object.entries(told).filter(([name]) => kept.has(name)));
}

async function create(request: Request, ctx: Ctx): Promise<Response> {
  const answer = await ask(ctx, request, "POST", "/orders", await newOrderOf(ctx, await bodyOf(request)));
  if (!answer.ok) return answer;
  const { code } = await answer.json();
  const headers = { location: hrefOf("productOrder", code) };
  return Response.json(productOrderOf(await orderOf(ctx, code)), { status: 201, headers });
}

/** Says what of an order other systems may change. Its state follows from what is done with it. */
const Change = z.strictObject({ description: z.string().max(2000) });

async function change(request: Request, ctx: Ctx, id: string | undefined): Promise<Response> {
  const { description } = Change.parse(await bodyOf(request));
  const { code, version } = await orderOf(ctx, id);
  const path = `/orders/${encodeURIComponent(code)}`;
  const answer = await ask(
    ctx,
    request,
    "PATCH",
    path,
    { note: description },
    { "if-match": `"${version}"` },
  );
  return answer.ok ? Response.json(productOrderOf(await orderOf(ctx, code))) : answer;
}

const Cancel = z.looseObject({
  cancellationReason: z.string().max(500).optional(),
  productOrder: z.looseObject({ id: OrderCode }),
});

async function cancel(request: Request, ctx: Ctx): Promise<Response> {
  const { cancellationReason, productOrder } = Cancel.parse(await bodyOf(request));
  const { code } = await orderOf(ctx, productOrder.id);
  const body = cancellationReason ? { comment: cancellationReason } : {};
  const answer = await ask(ctx, request, "POST", `/orders/${encodeURIComponent(code)}/cancel`, body);
  if (!answer.ok) return answer;
  const headers = { location: hrefOf("cancelProductOrder", code) };
  return Response.json(cancelProductOrderOf(await orderOf(ctx, code)), { status: 201, headers });
}

/** Tells a problem in the form that TM Forum's APIs have for errors. */
async function asTmfError(response: Response): Promise<Response> {
  if (response.headers.get("content-type") !== "application/problem+json") return response;
  const { code, title, detail, errors = [], type, status } = await response.json();
  const places = errors.map(({ pointer, detail: what }: Record<string, string>) => `${pointer}: ${what}`);
  const error = {
    code,
    reason: title,
    message: [detail, ...places].join(" "),
    status: String(status),
    referenceError: `${config().publicUrl}${type}`,
  };
  return Response.json(error, { status });
}
