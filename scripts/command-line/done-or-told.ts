import { ZodError } from "zod";
import type { Refusal as CommandRefusal } from "@/lib/domain/refusals/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { Result } from "@/lib/domain/values/result";
import { Refusal } from "./task";

/** Returns what a command answers. @throws Refusal, which says in words why it refuses or what is wrong with the input */
export async function doneOrTold<Value>(work: Promise<Result<Value, CommandRefusal>>): Promise<Value> {
  try {
    const result = await work;
    if (result.ok) return result.value;
    throw new Refusal(tellRefusal(result.refusal, "en-GB").message);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    throw new Refusal(error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"));
  }
}
