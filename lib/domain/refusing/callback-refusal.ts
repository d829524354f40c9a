/** Says why what a vendor reported was not taken: docs/domain.md, section 3. */
export type CallbackRefusal = { reason: "not_understood" } | { reason: "not_signed" };
