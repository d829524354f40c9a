import "server-only";
import { nothing, query } from "../../../kernel/definition/query";
import { customers } from "../../customer";
import { basketCode } from "../open";

/** Answers the code of the customer's basket, or null while there is none. */
export const getBasketCode = query({
  name: "basket.code",
  caller: customers("storefront:buy"),
  input: nothing,
  run: ({ who }) => basketCode(who),
});
