-- Who documents, emails and the Storefront come from, and where accounts are reached (docs/domain.md, section 3, "Documents").

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "city" VARCHAR(80),
ADD COLUMN     "postal_code" VARCHAR(20),
ADD COLUMN     "region" VARCHAR(80),
ADD COLUMN     "street" VARCHAR(200),
ADD COLUMN     "vat_id" VARCHAR(20);

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "accent_color" CHAR(7),
ADD COLUMN     "account_holder" VARCHAR(160),
ADD COLUMN     "bank_name" VARCHAR(80),
ADD COLUMN     "bic" VARCHAR(11),
ADD COLUMN     "city" VARCHAR(80),
ADD COLUMN     "country" CHAR(2),
ADD COLUMN     "email" VARCHAR(254),
ADD COLUMN     "iban" VARCHAR(34),
ADD COLUMN     "legal_name" VARCHAR(160),
ADD COLUMN     "logo_id" UUID,
ADD COLUMN     "phone" VARCHAR(40),
ADD COLUMN     "postal_code" VARCHAR(20),
ADD COLUMN     "region" VARCHAR(80),
ADD COLUMN     "registration_number" VARCHAR(80),
ADD COLUMN     "street" VARCHAR(200),
ADD COLUMN     "vat_id" VARCHAR(20),
ADD COLUMN     "website" VARCHAR(200);

-- CreateTable
CREATE TABLE "logos" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "media_type" VARCHAR(20) NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "data" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "logos_pkey" PRIMARY KEY ("organization_id","id")
);

-- AddForeignKey
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_id_logo_id_fkey" FOREIGN KEY ("id", "logo_id") REFERENCES "logos"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "logos" ADD CONSTRAINT "logos_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE organizations
  ADD CONSTRAINT organizations_vat_id CHECK (vat_id ~ '^[A-Z0-9+*]{4,20}$'),
  ADD CONSTRAINT organizations_iban CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'),
  ADD CONSTRAINT organizations_bic CHECK (bic ~ '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
  ADD CONSTRAINT organizations_website CHECK (website ~ '^https?://[^[:space:]"<>]+$'),
  ADD CONSTRAINT organizations_accent_color CHECK (accent_color ~ '^#[0-9a-f]{6}$');

ALTER TABLE accounts
  ADD CONSTRAINT accounts_vat_id CHECK (vat_id ~ '^[A-Z0-9+*]{4,20}$');

-- What is no picture of these kinds by its first bytes is none, whatever it is called.
ALTER TABLE logos
  ADD CONSTRAINT logos_data CHECK (octet_length(data) <= 262144 AND CASE media_type
    WHEN 'image/png' THEN substring(data FROM 1 FOR 8) = '\x89504e470d0a1a0a'
    WHEN 'image/jpeg' THEN substring(data FROM 1 FOR 3) = '\xffd8ff'
    ELSE false END),
  ADD CONSTRAINT logos_size CHECK (width BETWEEN 1 AND 2000 AND height BETWEEN 1 AND 2000);
CREATE TRIGGER logos_final BEFORE UPDATE ON logos
  FOR EACH ROW EXECUTE FUNCTION refuse('a logo is replaced by another one, since documents show it');
