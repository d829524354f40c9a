-- Customers are told that a payment for an order has come in (docs/domain.md, section 5).
ALTER TYPE "message_type" ADD VALUE 'payment_received';
