import { notFound } from "next/navigation";
import { cache } from "react";
import { NotFound } from "@/lib/server/kernel/errors";

/**
 * Answers a query that a page shows. It is asked once per request, also where the page's metadata needs the answer too.
 * If there is no such thing, the page that says so is shown instead.
 */
export const found = cache(
  async <Who, Input, Value>(
    query: (who: Who, input: Input) => Promise<Value>,
    who: Who,
    input: Input,
  ): Promise<Value> => {
    try {
      return await query(who, input);
    } catch (error) {
      if (error instanceof NotFound) notFound();
      throw error;
    }
  },
);
