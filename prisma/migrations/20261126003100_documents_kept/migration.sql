-- A document keeps who sold and who bought as they were when it was issued (docs/domain.md, section 3, "Documents").

-- AlterTable
ALTER TABLE "credit_notes" ADD COLUMN     "buyer" JSONB,
ADD COLUMN     "language" "language",
ADD COLUMN     "logo_id" UUID,
ADD COLUMN     "seller" JSONB;

-- AlterTable
ALTER TABLE "invoice_lines" ADD COLUMN     "billing_period" "billing_period",
ADD COLUMN     "service_from" DATE,
ADD COLUMN     "service_to" DATE;

-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "buyer" JSONB,
ADD COLUMN     "language" "language",
ADD COLUMN     "logo_id" UUID,
ADD COLUMN     "seller" JSONB;

-- AddForeignKey
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_organization_id_logo_id_fkey" FOREIGN KEY ("organization_id", "logo_id") REFERENCES "logos"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_organization_id_logo_id_fkey" FOREIGN KEY ("organization_id", "logo_id") REFERENCES "logos"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE FUNCTION seller_of(organizations) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT jsonb_build_object(
  'name', $1.name, 'legalName', $1.legal_name, 'street', $1.street, 'postalCode', $1.postal_code, 'city', $1.city,
  'region', $1.region, 'country', $1.country, 'vatId', $1.vat_id, 'registrationNumber', $1.registration_number,
  'email', $1.email, 'phone', $1.phone, 'website', $1.website, 'bankName', $1.bank_name,
  'accountHolder', $1.account_holder, 'iban', $1.iban, 'bic', $1.bic, 'accentColor', $1.accent_color) $$;

CREATE FUNCTION buyer_of(accounts) RETURNS jsonb LANGUAGE sql STABLE AS $$ SELECT jsonb_build_object(
  'code', $1.code, 'name', $1.name, 'email', $1.email, 'street', $1.street, 'postalCode', $1.postal_code, 'city', $1.city,
  'region', $1.region, 'country', $1.country, 'vatId', $1.vat_id) $$;

-- Documents that are there keep what is known now, which is what they have shown until today.
ALTER TABLE invoices DISABLE TRIGGER invoices_final;
UPDATE invoices SET seller = seller_of(organizations), buyer = buyer_of(accounts), language = accounts.language,
  logo_id = organizations.logo_id
FROM organizations JOIN accounts ON accounts.organization_id = organizations.id
WHERE organizations.id = invoices.organization_id AND accounts.id = invoices.account_id;
ALTER TABLE invoices ENABLE TRIGGER invoices_final;

ALTER TABLE credit_notes DISABLE TRIGGER credit_notes_final;
UPDATE credit_notes SET seller = seller_of(organizations), buyer = buyer_of(accounts), language = accounts.language,
  logo_id = organizations.logo_id
FROM organizations JOIN accounts ON accounts.organization_id = organizations.id
WHERE organizations.id = credit_notes.organization_id AND accounts.id = credit_notes.account_id;
ALTER TABLE credit_notes ENABLE TRIGGER credit_notes_final;

-- The service began with the subscription; units added to one began with their order's execution.
ALTER TABLE invoice_lines DISABLE TRIGGER invoice_lines_final;
WITH begun AS (
  SELECT line.organization_id, line.id, item.billing_period, item.item_type, made.trial_ends_on,
    coalesce(made.start_date, history.start_date, invoices.issue_date) AS day
  FROM invoice_lines AS line
  JOIN invoices ON invoices.organization_id = line.organization_id AND invoices.id = line.invoice_id
  JOIN order_items AS item ON item.organization_id = line.organization_id AND item.id = line.order_item_id
  LEFT JOIN subscriptions AS made ON made.organization_id = line.organization_id AND made.order_item_id = line.order_item_id
  LEFT JOIN LATERAL (
    SELECT (after ->> 'startDate')::date AS start_date FROM order_history
    WHERE order_history.organization_id = line.organization_id AND order_history.order_id = invoices.order_id
      AND event = 'executed' AND after ->> 'startDate' IS NOT NULL
    ORDER BY order_history.id LIMIT 1
  ) AS history ON true
)
UPDATE invoice_lines SET billing_period = begun.billing_period,
  service_from = CASE WHEN begun.billing_period <> 'once' THEN day END,
  service_to = CASE
    WHEN begun.billing_period = 'once' THEN NULL
    WHEN item_type = 'trial' THEN greatest(coalesce(trial_ends_on, day + 30) - 1, day)
    WHEN begun.billing_period = 'year' THEN (day + interval '1 year')::date - 1
    ELSE (day + interval '1 month')::date - 1 END
FROM begun
WHERE invoice_lines.organization_id = begun.organization_id AND invoice_lines.id = begun.id;
ALTER TABLE invoice_lines ENABLE TRIGGER invoice_lines_final;

ALTER TABLE invoices
  ALTER COLUMN seller SET NOT NULL, ALTER COLUMN buyer SET NOT NULL, ALTER COLUMN language SET NOT NULL,
  ADD CONSTRAINT invoices_parties CHECK (jsonb_typeof(seller) = 'object' AND jsonb_typeof(buyer) = 'object'
    AND seller ? 'name' AND buyer ?& '{code,name}');
ALTER TABLE credit_notes
  ALTER COLUMN seller SET NOT NULL, ALTER COLUMN buyer SET NOT NULL, ALTER COLUMN language SET NOT NULL,
  ADD CONSTRAINT credit_notes_parties CHECK (jsonb_typeof(seller) = 'object' AND jsonb_typeof(buyer) = 'object'
    AND seller ? 'name' AND buyer ?& '{code,name}');
ALTER TABLE invoice_lines
  ALTER COLUMN billing_period SET NOT NULL,
  ADD CONSTRAINT invoice_lines_service_period CHECK (CASE billing_period
    WHEN 'once' THEN service_from IS NULL AND service_to IS NULL
    ELSE service_from IS NOT NULL AND service_to IS NOT NULL AND service_to >= service_from END);
