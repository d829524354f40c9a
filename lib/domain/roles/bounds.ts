/** Limits the roles of an organization, so that one list shows all of them. */
export const mostRoles = 200;
