export {
  type ActionFailure,
  type ActionResult,
  type Problem,
  problemsByPath,
} from "@/lib/schemas/action-result";
