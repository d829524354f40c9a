import { randomUUID } from "node:crypto";
import NextAuth from "next-auth";
import { errorResponse, ProblemError } from "@/lib/server/doors/rest/problem";
import { authOptions } from "@/lib/server/sign-in/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  // The library would write into our log what anybody sends there.
  if (nextauth.includes("_log")) return errorResponse(new ProblemError("no_such_path"), randomUUID());
  return NextAuth(request as never, context as never, authOptions());
}

export { handler as GET, handler as POST };
