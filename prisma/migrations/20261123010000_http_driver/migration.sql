-- Alone, since PostgreSQL lets a new value be used only after the transaction that adds it.
-- AlterEnum
ALTER TYPE "provisioning_driver" ADD VALUE 'http';
