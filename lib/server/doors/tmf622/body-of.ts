import "server-only";
import { readText } from "../../outside/read-text";
import { ProblemError } from "../rest/problem";

const longestBody = 1_048_576;

/** Reads the JSON of a request. @throws ProblemError, TooLong */
export async function bodyOf(request: Request): Promise<unknown> {
  try {
    return JSON.parse(await readText(request.body, longestBody));
  } catch (error) {
    if (error instanceof SyntaxError) throw new ProblemError("invalid_json");
    throw error;
  }
}
