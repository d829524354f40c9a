-- Staff can have a role that their organization defined (docs/domain.md, section 7, "Roles").
-- A new value of an enum can be used from the next transaction on, so the rest is a migration of its own.
ALTER TYPE "role" ADD VALUE 'custom';
