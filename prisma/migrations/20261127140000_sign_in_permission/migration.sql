-- The rules for signing in have a permission of their own, which no role has yet.
ALTER TABLE roles DROP CONSTRAINT roles_permissions;
ALTER TABLE roles
  ADD CONSTRAINT roles_permissions CHECK (permissions IS NOT NULL AND cardinality(permissions) > 0 AND permissions <@ ARRAY[
    'order:read', 'order:create', 'order:edit', 'order:deliver', 'order:execute', 'order:cancel', 'order:reverse',
    'credit:override', 'credit-limit:save', 'order-status:read', 'order-status:save', 'account:read', 'account:save',
    'product:read', 'product:save', 'vendor:save', 'credit-check:save', 'webhook:save', 'organization:save', 'import:run',
    'invoice:read', 'payment:record', 'payment:reverse', 'subscription:read', 'provisioning:complete', 'dashboard:read',
    'user:read', 'user:save', 'role:save', 'sign-in:save', 'api-key:read', 'api-key:save', 'audit:read', 'message:read',
    'message:resend'
  ]);
