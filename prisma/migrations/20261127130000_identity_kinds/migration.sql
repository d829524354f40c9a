-- People link their account at the identity provider (docs/domain.md, section 7, "Single sign-on").
-- A new value of an enum can be used from the next transaction on, so the rest is a migration of its own.
ALTER TYPE "sign_in_purpose" ADD VALUE 'new_identity';
ALTER TYPE "sign_in_purpose" ADD VALUE 'identity_by_link';
ALTER TYPE "message_type" ADD VALUE 'identity_linked';
ALTER TYPE "message_type" ADD VALUE 'identity_unlinked';
