-- CreateEnum
CREATE TYPE "webhook_form" AS ENUM ('standard', 'tmf622');

-- AlterTable
ALTER TABLE "webhooks" ADD COLUMN "form" "webhook_form" NOT NULL DEFAULT 'standard';
