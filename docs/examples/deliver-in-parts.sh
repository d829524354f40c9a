#!/usr/bin/env bash
# Orders ten units, delivers and executes four of them, and cancels the rest. ORDER_DESK, KEY, ACCOUNT and PRODUCT are needed.
set -euo pipefail

# Calls the API. A request that is sent again with its Idempotency-Key is done once, so that it can be retried.
call() {
  local method=$1 path=$2 body=${3:-}
  curl --silent --show-error --fail-with-body --retry 3 --request "$method" "$ORDER_DESK/api/v1$path" \
    --header "Authorization: Bearer $KEY" --header "Content-Type: application/json" \
    --header "Idempotency-Key: $(node -p 'crypto.randomUUID()')" --data "$body"
}

# Reads a field of an answer, like .items[0].id
field() {
  node -e 'const answer = JSON.parse(require("fs").readFileSync(0)); console.log(eval("answer" + process.argv[1]))' "$1"
}

account=$(call GET "/accounts/$ACCOUNT" | field .id)
product=$(call GET "/products/$PRODUCT" | field .id)

order=$(call POST /orders "{\"accountId\": \"$account\", \"items\": [{\"productId\": \"$product\", \"quantity\": 10}]}" | field .code)
item=$(call GET "/orders/$order" | field '.items[0].id')
echo "Ordered ten units: order $order"

part=$(call POST "/orders/$order/deliveries" "{\"items\": [{\"itemId\": \"$item\", \"quantity\": 4}]}" | field .subOrderCode)
call POST "/orders/$part/execute?dryRun=true" >/dev/null
invoice=$(call POST "/orders/$part/execute" | field .invoiceNumber)
echo "Executed four of them: sub-order $part, invoice $invoice"

call POST "/orders/$order/cancel" '{"comment": "Six are not needed any more."}' >/dev/null
echo "Canceled the rest: $(call GET "/orders/$order" | field .status.description)"
