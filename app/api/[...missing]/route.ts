/** Answers an address under /api that has no route, since machines need no sign-in page. */
function notFound(): Response {
  const problem = { type: "about:blank", title: "Not found", status: 404 };
  return Response.json(problem, { status: 404, headers: { "content-type": "application/problem+json" } });
}

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
