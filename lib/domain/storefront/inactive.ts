/** Returns what people of an inactive account read all over the Storefront: docs/domain.md, section 4. */
export function describeInactiveAccount(organization: string): string {
  return `Your account is not active. You can look at everything, and order again once it is active. Contact ${organization} to have it activated.`;
}
