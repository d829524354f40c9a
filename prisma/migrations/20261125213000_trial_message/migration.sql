-- A new value can be used only after the transaction that adds it.

-- AlterEnum
ALTER TYPE "message_type" ADD VALUE 'trial_ends';
