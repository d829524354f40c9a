-- An execution's comment stands beside the reason why credit was overridden (docs/domain.md, section 4).

-- AlterTable
ALTER TABLE "order_history" ALTER COLUMN "comment" SET DATA TYPE VARCHAR(2600);
