// The types of the API, which `npm run api:client` makes of its description.

export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists accounts with their credit
         * @description Needs `account:read`.
         */
        get: operations["accountList"];
        put?: never;
        /**
         * Creates an account
         * @description Needs `account:save`.
         */
        post: operations["accountCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns an account by its code or id
         * @description Needs `account:read`.
         */
        get: operations["accountGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an account; what the body leaves out stays
         * @description Needs `account:save`.
         */
        patch: operations["accountEdit"];
        trace?: never;
    };
    "/accounts/{account}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what an account paid, newest first
         * @deprecated
         * @description Needs `invoice:read`.
         */
        get: operations["paymentListAccountsAccountPayments"];
        put?: never;
        /**
         * Records a payment, which pays the named or else the oldest invoices
         * @description Needs `payment:record`.
         */
        post: operations["paymentRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists bulk runs, newest first
         * @description Needs `order:read`.
         */
        get: operations["bulkRunList"];
        put?: never;
        /**
         * Executes or cancels many orders, or sets their status, in the background
         * @description Needs `order:execute` or `order:cancel` or `order:edit`.
         */
        post: operations["bulkRunStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows a bulk run, with how far it is
         * @description Needs `order:read`.
         */
        get: operations["bulkRunGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-runs/{runId}/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the orders of a bulk run, with what became of each
         * @description Needs `order:read`.
         */
        get: operations["bulkRunListResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-runs/{runId}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Continues an ended run in the name of your key, with the orders that are not done
         * @description Needs `order:execute` or `order:cancel` or `order:edit`.
         */
        post: operations["bulkRunRetry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bulk-runs/{runId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a bulk run after the orders that it has begun
         * @description Needs `order:execute` or `order:cancel` or `order:edit`.
         */
        post: operations["bulkRunStop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists credit notes, newest first
         * @description Needs `invoice:read`.
         */
        get: operations["creditNoteList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credit-notes/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a credit note with its lines
         * @description Needs `invoice:read`.
         */
        get: operations["creditNoteGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Reads on in what happened in the last 30 days, so that nothing is missed; or streams it
         * @description Needs `order:read` or `account:read` or `audit:read`.
         */
        get: operations["eventFeed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists imports, newest first
         * @description Needs `import:run`.
         */
        get: operations["importList"];
        put?: never;
        /**
         * Takes a file, and imports each row of it in the background
         * @description Needs `import:run`.
         */
        post: operations["importCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows an import, with how far it is
         * @description Needs `import:run`.
         */
        get: operations["importGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends an import before it starts, or after the rows that it has begun
         * @description Needs `import:run`.
         */
        post: operations["importCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Shows what became of each row, as a CSV file
         * @description Needs `import:run`.
         */
        get: operations["importReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the rows of an import: what will become of each, or what did
         * @description Needs `import:run`.
         */
        get: operations["importListRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{importId}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports the rows of a checked file in the background
         * @description Needs `import:run`.
         */
        post: operations["importStart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists invoices, newest first
         * @description Needs `invoice:read`.
         */
        get: operations["invoiceList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invoices/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns an invoice with its lines and payments
         * @description Needs `invoice:read`.
         */
        get: operations["invoiceGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/order-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists all order statuses by their No., inactive ones too
         * @description Needs `order-status:read`.
         */
        get: operations["orderStatusList"];
        /**
         * Replaces the whole list of order statuses
         * @description Needs `order-status:save`.
         */
        put: operations["orderStatusSave"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists orders, newest first
         * @description Needs `order:read`.
         */
        get: operations["orderFind"];
        put?: never;
        /**
         * Creates an order
         * @description Needs `order:create`.
         */
        post: operations["orderCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns an order or sub-order, with what holds it
         * @description Needs `order:read`.
         */
        get: operations["orderGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an open order; what the body leaves out stays
         * @description Needs `order:edit`.
         */
        patch: operations["orderEdit"];
        trace?: never;
    };
    "/orders/{code}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an open order, or what is not executed of it
         * @description Needs `order:cancel`.
         */
        post: operations["orderCancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a sub-order of some of the order's units
         * @description Needs `order:deliver`.
         */
        post: operations["orderDeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/execute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Executes an order: makes its invoice and subscriptions, and provisions
         * @description Needs `order:execute`.
         */
        post: operations["orderExecute"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns what happened to an order and its sub-orders, newest first
         * @description Needs `order:read`.
         */
        get: operations["orderHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the invoices of an order and its sub-orders
         * @description Needs `invoice:read`.
         */
        get: operations["orderInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reverses an execution: credits its invoices and ends its subscriptions
         * @description Needs `order:reverse`.
         */
        post: operations["orderReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an order a status that users may set, which executes or cancels it by its Type
         * @description Needs `order:edit`.
         */
        post: operations["orderSetStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{code}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the subscriptions and assets that an order created or changed
         * @description Needs `subscription:read`.
         */
        get: operations["orderSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what one or all accounts paid, newest first
         * @description Needs `invoice:read`.
         */
        get: operations["paymentListPayments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a payment with the invoices that it pays
         * @description Needs `invoice:read`.
         */
        get: operations["paymentGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{paymentId}/reverse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a mistaken payment back
         * @description Needs `payment:reverse`.
         */
        post: operations["paymentReverse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists products
         * @description Needs `product:read`.
         */
        get: operations["productList"];
        put?: never;
        /**
         * Creates a product
         * @description Needs `product:save`.
         */
        post: operations["productCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a product
         * @description Needs `product:read`.
         */
        get: operations["productGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a product; what the body leaves out stays
         * @description Needs `product:save`.
         */
        patch: operations["productEdit"];
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists your own roles by name
         * @description Needs `user:read`.
         */
        get: operations["roleList"];
        put?: never;
        /**
         * Creates a role, which allows nothing that you may not do yourself
         * @description Needs `role:save`.
         */
        post: operations["roleCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a role
         * @description Needs `user:read`.
         */
        get: operations["roleGet"];
        put?: never;
        post?: never;
        /**
         * Deletes a role that nobody has
         * @description Needs `role:save`.
         */
        delete: operations["roleDelete"];
        options?: never;
        head?: never;
        /**
         * Changes a role from its people's next request on, and keeps what the body leaves out
         * @description Needs `role:save`.
         */
        patch: operations["roleEdit"];
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists subscriptions and assets, newest first
         * @description Needs `subscription:read`.
         */
        get: operations["subscriptionList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a subscription or asset
         * @description Needs `subscription:read`.
         */
        get: operations["subscriptionGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the people who can sign in, by email
         * @description Needs `user:read`.
         */
        get: operations["userList"];
        put?: never;
        /**
         * Invites a person, who accepts by a link that we email
         * @description Needs `user:save`.
         */
        post: operations["userInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a person by id
         * @description Needs `user:read`.
         */
        get: operations["userGet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a person sign in again
         * @description Needs `user:save`.
         */
        post: operations["userActivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a person's sessions and prevents further sign-ins
         * @description Needs `user:save`.
         */
        post: operations["userDeactivate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs a person out everywhere
         * @description Needs `user:save`.
         */
        post: operations["userEndSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a person a link for a new password, or their invitation again
         * @description Needs `user:save`.
         */
        post: operations["userSendLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{user}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gives a person another role, which counts from their next request on
         * @description Needs `user:save`.
         */
        put: operations["userSetRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists webhooks by name
         * @description Needs `webhook:save`.
         */
        get: operations["webhookList"];
        put?: never;
        /**
         * Creates a webhook, and answers its secret once
         * @description Needs `webhook:save`.
         */
        post: operations["webhookCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a webhook
         * @description Needs `webhook:save`.
         */
        get: operations["webhookGet"];
        put?: never;
        post?: never;
        /**
         * Deletes a webhook with its secret and its deliveries
         * @description Needs `webhook:save`.
         */
        delete: operations["webhookDelete"];
        options?: never;
        head?: never;
        /**
         * Changes a webhook; what the body leaves out stays
         * @description Needs `webhook:save`.
         */
        patch: operations["webhookEdit"];
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the deliveries of a webhook in the last 30 days, newest first
         * @description Needs `webhook:save`.
         */
        get: operations["webhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivers an event again, or tries now what waits for its next attempt
         * @description Needs `webhook:save`.
         */
        post: operations["webhookResend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops the deliveries of a webhook until it is enabled
         * @description Needs `webhook:save`.
         */
        post: operations["webhookDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a disabled webhook deliver again, also what happened meanwhile
         * @description Needs `webhook:save`.
         */
        post: operations["webhookEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivers a range of events again, by time or by cursors of the feed
         * @description Needs `webhook:save`.
         */
        post: operations["webhookReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replaces the secret, and answers the new one once
         * @description Needs `webhook:save`.
         */
        post: operations["webhookRotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends an event of the type webhook.tested, and tries it once
         * @description Needs `webhook:save`.
         */
        post: operations["webhookSendTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Account: {
            active: boolean;
            /** @description The account can owe this much more. If this is null, the credit is unlimited. */
            available: components["schemas"]["Money"] | null;
            /** @description This account pays the invoices. If this is null, the account pays its own. */
            billingTo: components["schemas"]["AccountReference"] | null;
            city: string | null;
            code: string;
            country: string | null;
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            createdAt: string;
            /** @description If this is null, the credit is unlimited. */
            creditLimit: components["schemas"]["Money"] | null;
            email: string | null;
            /** @description This is the id in the system that it was imported from. */
            externalId: string | null;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            language: "en" | "de";
            name: string;
            orderApproval: boolean;
            paidAhead: components["schemas"]["Money"];
            postalCode: string | null;
            region: string | null;
            reseller: components["schemas"]["AccountReference"] | null;
            /** @description These payments are kept for single orders. */
            reserved: components["schemas"]["Money"];
            street: string | null;
            /** @enum {string} */
            type: "customer" | "reseller";
            unpaid: components["schemas"]["Money"];
            vatId: string | null;
            version: number;
        };
        AccountCode: {
            code: string;
            name: string;
        };
        AccountReference: {
            code: string;
            /** Format: uuid */
            id: string;
            name: string;
        };
        AccountSummary: {
            active: boolean;
            /** @description The account can owe this much more. If this is null, the credit is unlimited. */
            available: components["schemas"]["Money"] | null;
            code: string;
            country: string | null;
            /** @description If this is null, the credit is unlimited. */
            creditLimit: components["schemas"]["Money"] | null;
            email: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            paidAhead: components["schemas"]["Money"];
            /** @description These payments are kept for single orders. */
            reserved: components["schemas"]["Money"];
            unpaid: components["schemas"]["Money"];
        };
        BulkRun: {
            /** @enum {string} */
            action: "execute" | "cancel" | "set_status";
            comment: string | null;
            done: number;
            failed: number;
            finishedAt: string | null;
            /** Format: uuid */
            id: string;
            orders: number;
            refused: number;
            /** @description This is the person or key that retried the run last. It goes on in their name. */
            retriedBy: string | null;
            startDate: string | null;
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            startedAt: string;
            /** @description This person or key started it. */
            startedBy: string;
            /** @enum {string} */
            state: "running" | "stopped" | "finished";
            /** @description This is the new status, or the reason why the orders are canceled. */
            status: string | null;
        };
        BulkRunOrder: {
            account: string;
            code: string;
            /** @enum {string} */
            outcome: "waiting" | "running" | "done" | "refused" | "failed";
            /** @description This says why we refused the order, or what failed. */
            problem: {
                code: string;
                detail: string;
            } | null;
        };
        BulkRunStarted: {
            /** Format: uuid */
            id: string;
            /** @description This is how many orders the run takes. */
            orders: number;
        };
        Created: {
            code: string;
            /** Format: uuid */
            id: string;
        };
        CreditNote: {
            account: components["schemas"]["AccountCode"];
            /** Format: uuid */
            id: string;
            /** @description The credit note takes back the invoice with this number. */
            invoice: string;
            /** Format: date */
            issueDate: string;
            lines: components["schemas"]["DocumentLine"][];
            net: components["schemas"]["Money"];
            number: string;
            orderCode: string;
            tax: components["schemas"]["Money"];
            taxes: {
                net: components["schemas"]["Money"];
                rate: string;
                tax: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
        };
        CreditNoteSummary: {
            account: components["schemas"]["AccountCode"];
            /** Format: uuid */
            id: string;
            /** @description The credit note takes back the invoice with this number. */
            invoice: string;
            /** Format: date */
            issueDate: string;
            number: string;
            orderCode: string;
            total: components["schemas"]["Money"];
        };
        DeliveryMade: {
            /** Format: uuid */
            deliveryId: string;
        };
        DocumentLine: {
            /** @enum {string} */
            billingPeriod: "month" | "year" | "once";
            description: string;
            discountPercent: string;
            /** Format: uuid */
            id: string;
            net: components["schemas"]["Money"];
            quantity: number;
            servicePeriod: {
                /** Format: date */
                from: string;
                to: string | null;
            } | null;
            tax: components["schemas"]["Money"];
            taxRate: string;
            total: components["schemas"]["Money"];
            unitPrice: components["schemas"]["Money"];
        };
        Event: {
            account: {
                code: string;
                /** Format: uuid */
                id: string;
            } | null;
            actor: {
                id: string | null;
                name: string;
                /** @enum {string} */
                type: "user" | "api_key" | "scheduler" | "system";
            };
            after: {
                [key: string]: unknown;
            };
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            at: string;
            before: {
                [key: string]: unknown;
            };
            comment: string | null;
            id: string;
            order: {
                code: string;
                /** Format: uuid */
                id: string;
            } | null;
            requestId: string | null;
            /** @description The order had this status after the event. */
            statusLabel: string | null;
            /** @description This names what changed in the setup. */
            subject: string | null;
            /** @description This names what happened, such as order.executed. */
            type: string;
        };
        EventPage: {
            data: components["schemas"]["Event"][];
            /** @description If this is true, more events can be waiting already. */
            more: boolean;
            /** @description Send this cursor as `after` to read on, now or later. */
            next: string;
        };
        EventsReplayed: {
            /** @description We deliver this many events again. */
            events: number;
        };
        Gate: {
            gate: string;
            /** @description This says what is needed and what is there. */
            sentence: string;
            /** @description This says who can clear the gate, and how. */
            wayOut: string;
        } & {
            [key: string]: unknown;
        };
        Import: {
            /** @description We import in the name of this person or key. */
            by: string;
            created: number;
            /** Format: date-time */
            createdAt: string;
            /** @description We count the rows that we cannot import, also before you start. */
            failed: number;
            fileName: string;
            finishedAt: string | null;
            /** @enum {string} */
            format: "csv" | "ndjson";
            /** Format: uuid */
            id: string;
            rows: number;
            /**
             * @description A checked import waits until you start or cancel it.
             * @enum {string}
             */
            state: "checked" | "running" | "canceled" | "finished";
            /** @enum {string} */
            subject: "accounts" | "products" | "orders" | "balances";
            unchanged: number;
            updated: number;
        };
        ImportRow: {
            /** @description This is the code of what we made, changed or found. */
            code: string | null;
            externalId: string | null;
            /** @description The row begins on this line of the file. */
            line: number;
            name: string;
            /** @description This is what we expect to do. It is null for a row that we cannot import. */
            plan: ("create" | "update" | "keep") | null;
            problems: {
                /** @description In CSV, this is the name of a column. */
                field: string | null;
                /** @description In CSV, this is the line of the item that is wrong. It is null for what the row's first line says. */
                line: number | null;
                message: string;
            }[];
            /** @enum {string} */
            state: "pending" | "created" | "updated" | "unchanged" | "failed";
        };
        Invoice: {
            account: components["schemas"]["AccountCode"];
            /** @description This credit note reversed the invoice. */
            creditNote: string | null;
            /** Format: date */
            dueDate: string;
            /** @description This is the number of an opening balance in the system that it comes from. */
            externalId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date */
            issueDate: string;
            /**
             * @description An opening balance is what an account owed when it moved in. It has no order, no lines and no tax.
             * @enum {string}
             */
            kind: "invoice" | "opening_balance";
            lines: components["schemas"]["DocumentLine"][];
            net: components["schemas"]["Money"];
            /** @description This says what an opening balance is for. */
            note: string;
            number: string;
            /** @description This is null for an opening balance. */
            orderCode: string | null;
            outstanding: components["schemas"]["Money"];
            payments: {
                amount: components["schemas"]["Money"];
                /** Format: uuid */
                id: string;
                /** Format: date */
                receivedOn: string;
                reference: string;
            }[];
            tax: components["schemas"]["Money"];
            taxes: {
                net: components["schemas"]["Money"];
                rate: string;
                tax: components["schemas"]["Money"];
            }[];
            total: components["schemas"]["Money"];
        };
        InvoiceSummary: {
            account: components["schemas"]["AccountCode"];
            /** Format: date */
            dueDate: string;
            /** @description This is the number of an opening balance in the system that it comes from. */
            externalId: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date */
            issueDate: string;
            /**
             * @description An opening balance is what an account owed when it moved in. It has no order, no lines and no tax.
             * @enum {string}
             */
            kind: "invoice" | "opening_balance";
            number: string;
            /** @description This is null for an opening balance. */
            orderCode: string | null;
            outstanding: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        Linked: {
            /** Format: uuid */
            id: string;
            /** @description Without a mail server, this is the one-time link, which we answer once: pass it on. Otherwise we email it, and this is null. */
            link: string | null;
        };
        /**
         * @example {
         *       "amount": "12.50",
         *       "currency": "EUR"
         *     }
         */
        Money: {
            amount: string;
            currency: string;
        };
        NotExecuted: {
            code: string;
            data: {
                [key: string]: unknown;
            };
            detail: string;
        };
        Order: {
            account: components["schemas"]["AccountReference"];
            billingTo: components["schemas"]["AccountReference"];
            cancelledAt: string | null;
            code: string;
            credited: components["schemas"]["Money"] | null;
            discount: components["schemas"]["Money"];
            executedAt: string | null;
            executionDay: string | null;
            /** @description This is the id in the system that it was imported from. */
            externalId: string | null;
            heldBy: components["schemas"]["Gate"][];
            /** Format: uuid */
            id: string;
            items: components["schemas"]["OrderItem"][];
            may: {
                cancel: boolean;
                deliver: boolean;
                edit: boolean;
                execute: boolean;
                reverse: boolean;
            };
            monthlyRunRate: components["schemas"]["Money"];
            /** @description The order was executed or canceled in another system, which has its invoices and services. */
            movedIn: boolean;
            name: string;
            net: components["schemas"]["Money"];
            note: string;
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            orderDate: string;
            /** @description This is the code of the primary order. A primary order has its own code here. */
            primaryCode: string;
            /** @enum {string} */
            source: "bss" | "storefront";
            status: components["schemas"]["StatusReference"];
            subOrders: components["schemas"]["SubOrder"][];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            updatedAt: string;
            /** @description ETag and If-Match name this version. */
            version: number;
        };
        OrderCanceled: {
            code: string;
            /** @description This is true if we canceled only the units that were not executed yet. */
            remainderOnly: boolean;
        };
        OrderDelivered: {
            code: string;
            subOrderCode: string;
        };
        OrderExecuted: {
            code: string;
            invoiceNumber: string;
            /** @description This is true if the primary order is executed as well. */
            primaryExecuted: boolean;
        };
        OrderHistory: {
            data: {
                actor: {
                    name: string;
                    /** @enum {string} */
                    type: "user" | "api_key" | "scheduler" | "system";
                };
                after: {
                    [key: string]: unknown;
                };
                /**
                 * Format: date-time
                 * @description This is a time in UTC.
                 */
                at: string;
                before: {
                    [key: string]: unknown;
                };
                /** @description This is the order or sub-order that changed. */
                code: string;
                comment: string | null;
                id: string;
                status: string;
                /** @description This names what happened, such as order.executed. */
                type: string;
            }[];
            /** @description Send it as `cursor` to get older entries. */
            nextCursor: string | null;
        };
        OrderInvoices: {
            data: {
                billedTo: string;
                creditNote: string | null;
                /** Format: date */
                dueDate: string;
                /** Format: uuid */
                id: string;
                /** Format: date */
                issueDate: string;
                number: string;
                /** @description This order was executed when the invoice was created. */
                orderCode: string;
                outstanding: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
            }[];
        };
        OrderItem: {
            /** @enum {string} */
            billingPeriod: "month" | "year" | "once";
            cancelled: number;
            configuration: {
                [key: string]: string;
            };
            delivering: {
                code: string;
                quantity: number;
            }[];
            description: string;
            discountPercent: string;
            executed: number;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            itemType: "new" | "trial" | "quantity_change";
            missingConfiguration: string[];
            nonAutomatic: boolean;
            /** Format: uuid */
            productId: string;
            quantity: number;
            /** @description You can still deliver this many units. */
            remaining: number;
            reversed: number;
            taxRate: string;
            /** @description This includes tax and leaves out canceled units. */
            total: components["schemas"]["Money"];
            unitPrice: components["schemas"]["Money"];
        };
        OrderReversed: {
            code: string;
            creditNotes: {
                number: string;
            }[];
            /** @description This much had been paid of the invoices. It is now credit of the account. */
            released: components["schemas"]["Money"];
        };
        OrderSaved: {
            code: string;
            /** @description If the status asked for execution, this says why we saved the order without executing it. */
            notExecuted: components["schemas"]["NotExecuted"] | null;
        };
        OrderStatus: {
            active: boolean;
            color: string;
            description: string;
            /** Format: uuid */
            id: string;
            no: number;
            /** @description This counts the orders and sub-orders that use the status. */
            orders: number;
            /** @enum {string} */
            storefrontType: "draft" | "viewable" | "submitted" | "pending_approval";
            /** @description This is true for the eight statuses that every organization has. */
            system: boolean;
            /** @enum {string} */
            type: "in_progress" | "automatic_execute" | "cancelled" | "executing" | "scheduled";
        };
        OrderStatuses: {
            data: components["schemas"]["OrderStatus"][];
        };
        OrderStatusSet: {
            code: string;
        };
        OrderSubscriptions: {
            data: {
                /** @description This is true if the order added units to a subscription of another order. */
                changed: boolean;
                description: string;
                endDate: string | null;
                /** Format: uuid */
                id: string;
                provisioningError: string | null;
                /** @enum {string} */
                provisioningState: "pending" | "in_progress" | "provisioned" | "failed";
                quantity: number;
                /** Format: date */
                startDate: string;
                trial: boolean;
                /** @enum {string} */
                type: "subscription" | "asset";
            }[];
        };
        OrderSummary: {
            account: components["schemas"]["AccountReference"];
            code: string;
            executedItems: number;
            /** @description We execute a scheduled order on this day. */
            executionDay: string | null;
            /** Format: uuid */
            id: string;
            items: number;
            name: string;
            net: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            orderDate: string;
            /** @enum {string} */
            source: "bss" | "storefront";
            status: components["schemas"]["StatusReference"];
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            updatedAt: string;
        };
        PaidInvoice: {
            amount: components["schemas"]["Money"];
            number: string;
        };
        Payment: {
            account: components["schemas"]["AccountCode"];
            amount: components["schemas"]["Money"];
            /** Format: uuid */
            id: string;
            invoices: components["schemas"]["PaidInvoice"][];
            /** Format: date */
            receivedOn: string;
            recordedBy: string;
            reference: string;
            /** @description The rest of the payment is kept for this order. */
            reservedFor: string | null;
            reversed: {
                by: string;
                reason: string;
            } | null;
            /** @description No invoice needed this amount, so it counts as credit. */
            unallocated: components["schemas"]["Money"];
        };
        PaymentRecorded: {
            /** Format: uuid */
            id: string;
            invoices: components["schemas"]["PaidInvoice"][];
            unallocated: components["schemas"]["Money"];
        };
        PaymentReversed: {
            creditGone: components["schemas"]["Money"];
            /** Format: uuid */
            id: string;
            outstandingAgain: components["schemas"]["Money"];
        };
        /** @description This is a problem as RFC 9457 describes it. Rely on `code`: the sentences are for people and can change. */
        Problem: {
            code: string;
            /** @description This holds the facts behind the refusal. They depend on the code. */
            data?: Record<string, never>;
            detail: string;
            errors?: {
                detail: string;
                /** @description This is a JSON pointer into the body, or `?name` for a parameter. */
                pointer: string;
            }[];
            requestId: string;
            status: number;
            title: string;
            /** @description This path leads to the page about the problem. */
            type: string;
        };
        Product: {
            active: boolean;
            /** @enum {string} */
            billingPeriod: "month" | "year" | "once";
            code: string;
            cost: components["schemas"]["Money"];
            description: string;
            /** @description This is the id in the system that it was imported from. */
            externalId: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            nonAutomatic: boolean;
            /** @description The price is for one unit and one billing period, without tax. */
            price: components["schemas"]["Money"];
            /** @enum {string} */
            provisioningDriver: "manual" | "simulated" | "http";
            requiredConfiguration: string[];
            /** @description The rate is in percent. */
            taxRate: string;
            trialDays: number | null;
            trialMaxQuantity: number | null;
            /** @enum {string} */
            type: "subscription" | "asset" | "one_off";
            valueKinds: {
                [key: string]: "text" | "domain_name" | "hostname" | "email" | "ip_address" | "whole_number";
            };
            vendor: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            version: number;
        };
        ProductSummary: {
            active: boolean;
            /** @enum {string} */
            billingPeriod: "month" | "year" | "once";
            code: string;
            cost: components["schemas"]["Money"];
            /** Format: uuid */
            id: string;
            name: string;
            nonAutomatic: boolean;
            /** @description The price is for one unit and one billing period, without tax. */
            price: components["schemas"]["Money"];
            /** @description The rate is in percent. */
            taxRate: string;
            trialDays: number | null;
            trialMaxQuantity: number | null;
            /** @enum {string} */
            type: "subscription" | "asset" | "one_off";
        };
        Role: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @description This many users have the role, deactivated ones included. */
            people: number;
            /** @description These include what the permissions that you sent need, such as `order:read` for `order:edit`. */
            permissions: ("order:read" | "order:create" | "order:edit" | "order:deliver" | "order:execute" | "order:cancel" | "order:reverse" | "credit:override" | "credit-limit:save" | "order-status:read" | "order-status:save" | "account:read" | "account:save" | "product:read" | "product:save" | "vendor:save" | "credit-check:save" | "webhook:save" | "organization:save" | "import:run" | "invoice:read" | "payment:record" | "payment:reverse" | "subscription:read" | "provisioning:complete" | "dashboard:read" | "user:read" | "user:save" | "role:save" | "sign-in:save" | "api-key:read" | "api-key:save" | "audit:read" | "message:read" | "message:resend")[];
            /** @description ETag and If-Match name this version. */
            version: number;
        };
        Saved: {
            /** Format: uuid */
            id: string;
        };
        SentStatus: {
            active: boolean;
            color: string;
            description: string;
            /** Format: uuid */
            id?: string;
            no: number;
            /** @enum {string} */
            storefrontType: "draft" | "viewable" | "submitted" | "pending_approval";
            /** @enum {string} */
            type: "in_progress" | "automatic_execute" | "cancelled" | "executing" | "scheduled";
        };
        SessionsEnded: {
            /** @description This many sessions ended. */
            sessions: number;
        };
        Silence: {
            /** @enum {string} */
            is: "not_allowed" | "unreachable" | "not_understood" | "too_long" | "secret_unreadable";
        } | {
            /** @constant */
            is: "status";
            status: number;
        } | {
            /** @constant */
            is: "late";
            seconds: number;
        } | {
            /** @constant */
            is: "in_words";
            words: string;
        };
        StatusReference: {
            color: string;
            description: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            storefrontType: "draft" | "viewable" | "submitted" | "pending_approval";
            /** @enum {string} */
            type: "in_progress" | "automatic_execute" | "cancelled" | "executing" | "scheduled";
        };
        SubOrder: {
            code: string;
            executedItems: number;
            /** Format: uuid */
            id: string;
            items: number;
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            orderDate: string;
            status: components["schemas"]["StatusReference"];
            total: components["schemas"]["Money"];
        };
        Subscription: {
            account: components["schemas"]["AccountCode"];
            /** @enum {string} */
            billingPeriod: "month" | "year" | "once";
            configuration: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            createdAt: string;
            description: string;
            /** @description This is the last day, once the subscription is canceled. */
            endDate: string | null;
            /** Format: uuid */
            id: string;
            /** @description This is the price of all units for one billing period, without tax. */
            net: components["schemas"]["Money"];
            orderCode: string;
            productCode: string;
            provisioning: {
                error: string | null;
                /** @enum {string} */
                state: "pending" | "in_progress" | "provisioned" | "failed";
            };
            quantity: number;
            /** Format: date */
            startDate: string;
            terms: {
                discountPercent: string;
                net: components["schemas"]["Money"];
                quantity: number;
                unitPrice: components["schemas"]["Money"];
            }[];
            trial: boolean;
            trialEndsOn: string | null;
            /** @enum {string} */
            type: "subscription" | "asset";
        };
        SubscriptionSummary: {
            account: components["schemas"]["AccountCode"];
            /** @enum {string} */
            billingPeriod: "month" | "year" | "once";
            description: string;
            /** @description This is the last day, once the subscription is canceled. */
            endDate: string | null;
            /** Format: uuid */
            id: string;
            /** @description This is the price of all units for one billing period, without tax. */
            net: components["schemas"]["Money"];
            orderCode: string;
            provisioning: {
                error: string | null;
                /** @enum {string} */
                state: "pending" | "in_progress" | "provisioned" | "failed";
            };
            quantity: number;
            /** Format: date */
            startDate: string;
            terms: {
                discountPercent: string;
                net: components["schemas"]["Money"];
                quantity: number;
                unitPrice: components["schemas"]["Money"];
            }[];
            trial: boolean;
            trialEndsOn: string | null;
            /** @enum {string} */
            type: "subscription" | "asset";
        };
        User: {
            /** @description Customers and resellers act for this account. */
            account: components["schemas"]["AccountReference"] | null;
            /** @description This says what customers and resellers may do for their account. */
            accountRole: ("administrator" | "buyer" | "billing" | "viewer") | null;
            active: boolean;
            customRole: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            email: string;
            /** Format: uuid */
            id: string;
            /** @description This is true until the person accepts the invitation. */
            invited: boolean;
            lastSignInAt: string | null;
            name: string;
            /**
             * @description With `custom`, the person has a role of your own: `customRole`.
             * @enum {string}
             */
            role: "administrator" | "operator" | "manager" | "customer" | "reseller" | "custom";
            /** @description ETag and If-Match name this version. */
            version: number;
        };
        WebhookDelivery: {
            attempts: number;
            /**
             * Format: date-time
             * @description This is a time in UTC.
             */
            createdAt: string;
            endedAt: string | null;
            event: {
                /**
                 * Format: date-time
                 * @description This is a time in UTC.
                 */
                at: string;
                id: string;
                /** @description The event is about the order with this code. */
                order: string | null;
                /** @enum {string} */
                type: "order.created" | "order.moved_in" | "order.placed" | "order.approved" | "order.edited" | "order.status_changed" | "order.status_replaced" | "order.delivered" | "order.returned" | "order.executed" | "order.execution_refused" | "order.cancelled" | "order.scheduled" | "order.execution_begun" | "order.repriced" | "order.schedule_failed" | "order.reversed" | "order.paid" | "order.payment_released" | "order.payment_reversed" | "order.trial_ending" | "order.trial_ended" | "order.message_resent" | "order.provisioned" | "order.provisioning_failed" | "order.provisioning_retried" | "account.created" | "account.edited" | "user.signed_in" | "user.signed_out" | "user.sign_in_failed" | "user.sign_in_locked" | "user.session_ended" | "user.created" | "user.role_changed" | "user.deactivated" | "user.activated" | "user.password_reset" | "user.password_changed" | "user.invited" | "user.invitation_accepted" | "user.invitation_declined" | "user.link_asked_for" | "user.second_factor_added" | "user.second_factor_removed" | "user.identity_linked" | "user.identity_unlinked" | "user.second_factor_reset" | "user.recovery_codes_made" | "user.second_factor_asked" | "user.single_sign_on_asked" | "user.second_factor_failed" | "user.email_changed" | "user.name_changed" | "user.sessions_ended" | "role.created" | "role.edited" | "role.deleted" | "call.forbidden" | "list.exported" | "order_statuses.saved" | "organization.created" | "organization.edited" | "organization.sign_in_rules_saved" | "organization.logo_saved" | "organization.logo_removed" | "product.created" | "product.edited" | "vendor.created" | "vendor.edited" | "vendor.secret_renewed" | "webhook.created" | "webhook.edited" | "webhook.secret_rotated" | "webhook.tested" | "webhook.replayed" | "webhook.disabled" | "webhook.enabled" | "webhook.deleted" | "message.resent" | "credit_check.saved" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "import.started" | "opening_balance.recorded" | "payment.recorded" | "payment.reversed";
            };
            /** Format: uuid */
            id: string;
            /** @description The answer of your receiver begins like this. */
            lastAnswer: string | null;
            /** @description Your receiver answered with this status. */
            lastStatus: number | null;
            /** @description This is null after the end, and while an earlier event of the same order waits. */
            nextAttemptAt: string | null;
            /** @enum {string} */
            origin: "event" | "test" | "resend" | "replay";
            /** @description This says why your receiver gave no answer. */
            silence: components["schemas"]["Silence"] | null;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            /** @description Your receiver gets this id in the header webhook-id. */
            webhookId: string;
        };
        WebhookEndpoint: {
            /** @description This is null while we deliver. */
            disabled: {
                /**
                 * Format: date-time
                 * @description This is a time in UTC.
                 */
                at: string;
                /** @enum {string} */
                by: "user" | "gone" | "failing";
            } | null;
            /**
             * @description With `tmf622`, we tell events as TM Forum's hub does, with the order as it is then.
             * @enum {string}
             */
            form: "standard" | "tmf622";
            /** Format: uuid */
            id: string;
            name: string;
            /** @description The replaced secret signs as well until this time. */
            previousSecretUntil: string | null;
            /** @description We deliver events of these types. */
            types: ("order.created" | "order.moved_in" | "order.placed" | "order.approved" | "order.edited" | "order.status_changed" | "order.status_replaced" | "order.delivered" | "order.returned" | "order.executed" | "order.execution_refused" | "order.cancelled" | "order.scheduled" | "order.execution_begun" | "order.repriced" | "order.schedule_failed" | "order.reversed" | "order.paid" | "order.payment_released" | "order.payment_reversed" | "order.trial_ending" | "order.trial_ended" | "order.message_resent" | "order.provisioned" | "order.provisioning_failed" | "order.provisioning_retried" | "account.created" | "account.edited" | "user.signed_in" | "user.signed_out" | "user.sign_in_failed" | "user.sign_in_locked" | "user.session_ended" | "user.created" | "user.role_changed" | "user.deactivated" | "user.activated" | "user.password_reset" | "user.password_changed" | "user.invited" | "user.invitation_accepted" | "user.invitation_declined" | "user.link_asked_for" | "user.second_factor_added" | "user.second_factor_removed" | "user.identity_linked" | "user.identity_unlinked" | "user.second_factor_reset" | "user.recovery_codes_made" | "user.second_factor_asked" | "user.single_sign_on_asked" | "user.second_factor_failed" | "user.email_changed" | "user.name_changed" | "user.sessions_ended" | "role.created" | "role.edited" | "role.deleted" | "call.forbidden" | "list.exported" | "order_statuses.saved" | "organization.created" | "organization.edited" | "organization.sign_in_rules_saved" | "organization.logo_saved" | "organization.logo_removed" | "product.created" | "product.edited" | "vendor.created" | "vendor.edited" | "vendor.secret_renewed" | "webhook.created" | "webhook.edited" | "webhook.secret_rotated" | "webhook.tested" | "webhook.replayed" | "webhook.disabled" | "webhook.enabled" | "webhook.deleted" | "message.resent" | "credit_check.saved" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "import.started" | "opening_balance.recorded" | "payment.recorded" | "payment.reversed")[];
            url: string;
            version: number;
        };
        WebhookEndpointCreated: {
            /** Format: uuid */
            id: string;
            /** @description Keep this secret. We answer it once, and a repeated request gets null. */
            secret: string | null;
        };
        WebhookSecretRotated: {
            /**
             * Format: date-time
             * @description The replaced secret signs as well until this time.
             */
            previousUntil: string;
            /** @description Keep this secret. We answer it once, and a repeated request gets null. */
            secret: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accountList: {
        parameters: {
            query?: {
                active?: "true" | "false";
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                /** @description We search names, codes and email addresses. */
                q?: string;
                sort?: "name" | "-name" | "code" | "-code";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccountSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountCreate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    billingToId?: string | null;
                    city?: string | null;
                    country?: string | null;
                    creditLimit?: components["schemas"]["Money"] | null;
                    /** Format: uuid */
                    despiteAccountId?: string;
                    email?: string | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                    name: string;
                    /** @default true */
                    orderApproval?: boolean;
                    postalCode?: string | null;
                    region?: string | null;
                    resellerId?: string | null;
                    street?: string | null;
                    /**
                     * @default customer
                     * @enum {string}
                     */
                    type?: "customer" | "reseller";
                    vatId?: string | null;
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `orders_wait`, `has_customers`, `name_used`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_billing_to`, `decides_credit`, `unknown_reseller`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    ETag?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accountEdit: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    active?: boolean;
                    billingToId?: string | null;
                    city?: string | null;
                    country?: string | null;
                    creditLimit?: components["schemas"]["Money"] | null;
                    /** Format: uuid */
                    despiteAccountId?: string;
                    email?: string | null;
                    /**
                     * @default en
                     * @enum {string}
                     */
                    language?: "en" | "de";
                    name?: string;
                    /** @default true */
                    orderApproval?: boolean;
                    postalCode?: string | null;
                    region?: string | null;
                    resellerId?: string | null;
                    street?: string | null;
                    /**
                     * @default customer
                     * @enum {string}
                     */
                    type?: "customer" | "reseller";
                    vatId?: string | null;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description This many open orders are held because the account is now inactive. */
                        held: number;
                        /** Format: uuid */
                        id: string;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `orders_wait`, `has_customers`, `name_used`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_billing_to`, `decides_credit`, `unknown_reseller`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentListAccountsAccountPayments: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                sort?: "received" | "-received" | "amount" | "-amount" | "recorded" | "-recorded";
            };
            header?: never;
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    Deprecation?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    Sunset?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payment"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentRecord: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    allocations?: {
                        amount: components["schemas"]["Money"];
                        /** Format: uuid */
                        invoiceId: string;
                    }[];
                    amount: components["schemas"]["Money"];
                    /** Format: uuid */
                    despitePaymentId?: string;
                    receivedOn?: string | null;
                    reference?: string;
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecorded"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRecorded"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `reference_used`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `too_many_decimals`, `date_out_of_range`, `unknown_invoice`, `more_than_outstanding`, `more_than_paid`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRunList: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                sort?: "started" | "-started";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BulkRun"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRunStart: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description If this is true, we leave out the orders that would be refused now.
                     * @default false
                     */
                    readyOnly?: boolean;
                    /** @description Name the orders by their ids or by the filter of the order list. A filter can match at most 10,000 orders. */
                    selection: {
                        orderIds: string[];
                    } | {
                        filter: {
                            /** Format: uuid */
                            account?: string;
                            /** Format: date */
                            from?: string;
                            q?: string;
                            /** @enum {string} */
                            source?: "bss" | "storefront";
                            /** @default [] */
                            status?: string[];
                            /** Format: date */
                            to?: string;
                            /** @constant */
                            unexecuted?: "true";
                        };
                    };
                    /** @description Each order's own call takes the same fields. */
                    work: {
                        /** @constant */
                        action: "execute";
                        input: {
                            /** Format: date */
                            startDate?: string;
                            /** Format: uuid */
                            statusId?: string;
                        };
                    } | {
                        /** @constant */
                        action: "cancel";
                        input: {
                            comment?: string;
                            /** Format: uuid */
                            statusId?: string;
                        };
                    } | {
                        /** @constant */
                        action: "set_status";
                        input: {
                            comment?: string;
                            /** Format: uuid */
                            statusId: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRunStarted"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRunStarted"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `nothing_selected`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `too_many_selected`, `invalid_input`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRunGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRun"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRunListResults: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                result?: "done" | "refused" | "failed" | "waiting";
            };
            header?: never;
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BulkRunOrder"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRunRetry: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRun"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `nothing_to_retry`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bulkRunStop: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                runId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkRun"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `run_ended`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    creditNoteList: {
        parameters: {
            query?: {
                /** @description The list then holds only rows of the account with this code. */
                account?: string;
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                sort?: "number" | "-number";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["CreditNoteSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    creditNoteGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNote"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eventFeed: {
        parameters: {
            query?: {
                /** @description Send `next` of the previous page to read on. */
                after?: string;
                limit?: number;
                /** @description Separate the types that you want with commas. */
                types?: string;
            };
            header?: {
                /** @description A stream goes on behind the message with this id. It counts before `after`. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `cursor_expired`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `cursor_not_understood`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importList: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                sort?: "created" | "-created";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Import"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCreate: {
        parameters: {
            query: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
                /** @description People recognize the import by this name. */
                fileName?: string;
                format: "csv" | "ndjson";
                /** @description The file holds these. */
                subject: "accounts" | "products" | "orders" | "balances";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_a_file`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `file_not_read`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importCancel: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `import_ended`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importListRows: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                state?: "pending" | "created" | "updated" | "unchanged" | "failed";
            };
            header?: never;
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportRow"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importStart: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                importId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `import_begun`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invoiceList: {
        parameters: {
            query?: {
                /** @description The list then holds only rows of the account with this code. */
                account?: string;
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                /** @description We search numbers, order codes and accounts. */
                q?: string;
                sort?: "number" | "-number" | "issued" | "-issued" | "due" | "-due" | "outstanding" | "-outstanding" | "total" | "-total";
                unpaid?: "true";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["InvoiceSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invoiceGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderStatusList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStatuses"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderStatusSave: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Repeat the effects on orders that the problem needs_confirmation named, to confirm them.
                     * @default []
                     */
                    confirmed?: {
                        /** Format: uuid */
                        id: string;
                        orders: number;
                    }[];
                    /** @description Send all statuses. We delete a status that you leave out. */
                    data: components["schemas"]["SentStatus"][];
                    /**
                     * @description For the id of each deleted status, name the status that its orders get.
                     * @default {}
                     */
                    replacements?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStatuses"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `statuses_changed`, `needs_confirmation`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `statuses_invalid`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderFind: {
        parameters: {
            query?: {
                /** @description The list then holds only orders of the account with this id. */
                account?: string;
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description The list then begins with this order date, in the organization's time zone. */
                from?: string;
                /** @description The list then holds only unexecuted orders that this gate holds, or that nothing holds. We do not count them. */
                heldBy?: "inactive_account" | "credit" | "configuration" | "subscription" | "vendor" | "credit_check" | "non_automatic" | "nothing";
                /** @description The answer then has the exact number of all matching rows. */
                include?: "count";
                /** @description A page has at most this many rows. */
                limit?: number;
                /** @description We search codes, names, notes and products, as the list on screen does. */
                q?: string;
                /** @description The list is sorted by this column. A minus before it sorts downwards. */
                sort?: "number" | "-number" | "date" | "-date" | "total" | "-total" | "status" | "-status" | "updated" | "-updated";
                source?: "bss" | "storefront";
                /** @description The list then holds only orders with this status. You can send several ids. */
                status?: string[];
                /** @description The list then ends with this order date. */
                to?: string;
                /** @description The list then holds only unexecuted orders. */
                unexecuted?: "true";
                /** @description The list then holds only orders that changed at this time or later. Sort by `updated` to read on, and follow `/events` to miss nothing. */
                updatedSince?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count?: number;
                        data: components["schemas"]["OrderSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderCreate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    accountId: string;
                    /** Format: uuid */
                    billingToId?: string;
                    items: {
                        configuration?: {
                            [key: string]: string;
                        };
                        discountPercent?: string | number;
                        /**
                         * @default new
                         * @enum {string}
                         */
                        itemType?: "new" | "trial" | "quantity_change";
                        /** Format: uuid */
                        productId: string;
                        quantity: number;
                        /** Format: uuid */
                        subscriptionId?: string;
                        unitPrice?: components["schemas"]["Money"];
                    }[];
                    name?: string;
                    note?: string;
                    /** Format: date-time */
                    orderDate?: string;
                    /** Format: uuid */
                    statusId?: string;
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSaved"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSaved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `status_not_settable`, `invalid_input`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    ETag?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderEdit: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    billingToId?: string;
                    comment?: string;
                    items?: {
                        configuration?: {
                            [key: string]: string;
                        };
                        discountPercent?: string | number;
                        /** Format: uuid */
                        id?: string;
                        /**
                         * @default new
                         * @enum {string}
                         */
                        itemType?: "new" | "trial" | "quantity_change";
                        /** Format: uuid */
                        productId: string;
                        quantity: number;
                        /** Format: uuid */
                        subscriptionId?: string;
                        unitPrice?: components["schemas"]["Money"];
                    }[];
                    name?: string;
                    note?: string;
                    overrideCredit?: {
                        reason: string;
                    };
                    /** Format: date */
                    startDate?: string;
                    /** Format: uuid */
                    statusId?: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSaved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `already_executed`, `already_cancelled`, `customers_draft`, `scheduler_has_it`, `waits_for_approval`, `held`, `delivery_started`, `not_schedulable`, `priced_on_the_day`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `status_not_allowed`, `status_not_settable`, `unknown_item`, `invalid_input`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderCancel: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    comment?: string;
                    /** Format: uuid */
                    statusId?: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderCanceled"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `already_executed`, `already_cancelled`, `customers_draft`, `scheduler_has_it`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `status_not_allowed`, `status_not_settable`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderDeliver: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    items: {
                        /** Format: uuid */
                        itemId: string;
                        quantity: number;
                    }[];
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDelivered"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDelivered"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `already_executed`, `already_cancelled`, `customers_draft`, `scheduler_has_it`, `sub_order_of_sub_order`, `held`, `quantity_not_left`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_item`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderExecute: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    comment?: string;
                    overrideCredit?: {
                        reason: string;
                    };
                    /** Format: date */
                    startDate?: string;
                    /** Format: uuid */
                    statusId?: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderExecuted"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `already_executed`, `already_cancelled`, `customers_draft`, `scheduler_has_it`, `held`, `unanswered`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `status_not_allowed`, `status_not_settable`, `invalid_input`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderHistory: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderHistory"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderInvoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderInvoices"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderReverse: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment: string;
                    /** Format: uuid */
                    statusId?: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderReversed"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_executed`, `already_reversed`, `moved_in`, `already_cancelled`, `executed_together`, `changed_since`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `status_not_allowed`, `status_not_settable`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderSetStatus: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    /** Format: uuid */
                    statusId: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderStatusSet"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `already_executed`, `already_cancelled`, `customers_draft`, `scheduler_has_it`, `held`, `unanswered`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `status_not_allowed`, `status_not_settable`, `invalid_input`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderSubscriptions"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentListPayments: {
        parameters: {
            query?: {
                /** @description The list then holds only rows of the account with this code. */
                account?: string;
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                sort?: "received" | "-received" | "recorded" | "-recorded";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Payment"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    paymentReverse: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentReversed"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `payment_already_reversed`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    productList: {
        parameters: {
            query?: {
                active?: "true" | "false";
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                /** @description We search names and codes. */
                q?: string;
                sort?: "name" | "-name" | "code" | "-code" | "price" | "-price";
                type?: "subscription" | "asset" | "one_off";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ProductSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    productCreate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    billingPeriod: "month" | "year" | "once";
                    code: string;
                    cost: components["schemas"]["Money"];
                    description?: string;
                    /**
                     * @default {
                     *       "delayMs": 0,
                     *       "failures": 0
                     *     }
                     */
                    driverSettings?: {
                        /** @default 0 */
                        delayMs?: number;
                        /** @default 0 */
                        failures?: number;
                    };
                    name: string;
                    /** @default false */
                    nonAutomatic?: boolean;
                    price: components["schemas"]["Money"];
                    /**
                     * @default simulated
                     * @enum {string}
                     */
                    provisioningDriver?: "manual" | "simulated" | "http";
                    requiredConfiguration?: string[];
                    taxRate: string | number;
                    /** @default null */
                    trialDays?: number | null;
                    /** @default null */
                    trialMaxQuantity?: number | null;
                    /** @enum {string} */
                    type: "subscription" | "asset" | "one_off";
                    valueKinds?: {
                        [key: string]: "text" | "domain_name" | "hostname" | "email" | "ip_address" | "whole_number";
                    };
                    /** @default null */
                    vendorId?: string | null;
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Created"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `code_taken`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_vendor`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    productGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    ETag?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    productEdit: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    active?: boolean;
                    cost?: components["schemas"]["Money"];
                    description?: string;
                    /**
                     * @default {
                     *       "delayMs": 0,
                     *       "failures": 0
                     *     }
                     */
                    driverSettings?: {
                        /** @default 0 */
                        delayMs?: number;
                        /** @default 0 */
                        failures?: number;
                    };
                    name?: string;
                    /** @default false */
                    nonAutomatic?: boolean;
                    price?: components["schemas"]["Money"];
                    /**
                     * @default simulated
                     * @enum {string}
                     */
                    provisioningDriver?: "manual" | "simulated" | "http";
                    requiredConfiguration?: string[];
                    taxRate?: string | number;
                    /** @default null */
                    trialDays?: number | null;
                    /** @default null */
                    trialMaxQuantity?: number | null;
                    valueKinds?: {
                        [key: string]: "text" | "domain_name" | "hostname" | "email" | "ip_address" | "whole_number";
                    };
                    /** @default null */
                    vendorId?: string | null;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_vendor`, `only_subscriptions_are_tried`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleList: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Role"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleCreate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    permissions: ("order:read" | "order:create" | "order:edit" | "order:deliver" | "order:execute" | "order:cancel" | "order:reverse" | "credit:override" | "credit-limit:save" | "order-status:read" | "order-status:save" | "account:read" | "account:save" | "product:read" | "product:save" | "vendor:save" | "credit-check:save" | "webhook:save" | "organization:save" | "import:run" | "invoice:read" | "payment:record" | "payment:reverse" | "subscription:read" | "provisioning:complete" | "dashboard:read" | "user:read" | "user:save" | "role:save" | "sign-in:save" | "api-key:read" | "api-key:save" | "audit:read" | "message:read" | "message:resend")[];
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `role_name_taken`, `too_many_roles`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    ETag?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleDelete: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `role_in_use`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleEdit: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    permissions?: ("order:read" | "order:create" | "order:edit" | "order:deliver" | "order:execute" | "order:cancel" | "order:reverse" | "credit:override" | "credit-limit:save" | "order-status:read" | "order-status:save" | "account:read" | "account:save" | "product:read" | "product:save" | "vendor:save" | "credit-check:save" | "webhook:save" | "organization:save" | "import:run" | "invoice:read" | "payment:record" | "payment:reverse" | "subscription:read" | "provisioning:complete" | "dashboard:read" | "user:read" | "user:save" | "role:save" | "sign-in:save" | "api-key:read" | "api-key:save" | "audit:read" | "message:read" | "message:resend")[];
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `role_name_taken`, `last_managing_role`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscriptionList: {
        parameters: {
            query?: {
                /** @description The list then holds only rows of the account with this code. */
                account?: string;
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                provisioning?: "pending" | "in_progress" | "provisioned" | "failed";
                /** @description We search order codes, accounts and products. */
                q?: string;
                sort?: "name" | "-name" | "start" | "-start" | "made" | "-made";
                type?: "subscription" | "asset";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["SubscriptionSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    subscriptionGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userList: {
        parameters: {
            query?: {
                active?: "true" | "false";
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description An invited person has not accepted yet. */
                invited?: "true" | "false";
                /** @description A page has at most this many rows. */
                limit?: number;
                /** @description We search names, emails and accounts. */
                q?: string;
                role?: "administrator" | "operator" | "manager" | "customer" | "reseller" | "custom";
                /** @description We list the people who have this role of your own. */
                roleId?: string;
                sort?: "email" | "-email" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["User"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userInvite: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId?: string | null;
                    /** @default null */
                    accountRole?: ("administrator" | "buyer" | "billing" | "viewer") | null;
                    email: string;
                    name: string;
                    /** @enum {string} */
                    role: "administrator" | "operator" | "manager" | "customer" | "reseller" | "custom";
                    roleId?: string | null;
                    timeZone?: string | null;
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Linked"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Linked"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `email_taken`, `already_invited`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_role`, `unknown_account`, `no_reseller`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    ETag?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userActivate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userDeactivate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `last_administrator`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userEndSessions: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEnded"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userSendLink: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Linked"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `user_inactive`, `useless_link`, `reaches_elsewhere`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    userSetRole: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accountId?: string | null;
                    /** @default null */
                    accountRole?: ("administrator" | "buyer" | "billing" | "viewer") | null;
                    /** @enum {string} */
                    role: "administrator" | "operator" | "manager" | "customer" | "reseller" | "custom";
                    roleId?: string | null;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `last_administrator`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `unknown_role`, `unknown_account`, `no_reseller`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookList: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookCreate: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default standard
                     * @enum {string}
                     */
                    form?: "standard" | "tmf622";
                    name: string;
                    types: ("order.created" | "order.moved_in" | "order.placed" | "order.approved" | "order.edited" | "order.status_changed" | "order.status_replaced" | "order.delivered" | "order.returned" | "order.executed" | "order.execution_refused" | "order.cancelled" | "order.scheduled" | "order.execution_begun" | "order.repriced" | "order.schedule_failed" | "order.reversed" | "order.paid" | "order.payment_released" | "order.payment_reversed" | "order.trial_ending" | "order.trial_ended" | "order.message_resent" | "order.provisioned" | "order.provisioning_failed" | "order.provisioning_retried" | "account.created" | "account.edited" | "user.signed_in" | "user.signed_out" | "user.sign_in_failed" | "user.sign_in_locked" | "user.session_ended" | "user.created" | "user.role_changed" | "user.deactivated" | "user.activated" | "user.password_reset" | "user.password_changed" | "user.invited" | "user.invitation_accepted" | "user.invitation_declined" | "user.link_asked_for" | "user.second_factor_added" | "user.second_factor_removed" | "user.identity_linked" | "user.identity_unlinked" | "user.second_factor_reset" | "user.recovery_codes_made" | "user.second_factor_asked" | "user.single_sign_on_asked" | "user.second_factor_failed" | "user.email_changed" | "user.name_changed" | "user.sessions_ended" | "role.created" | "role.edited" | "role.deleted" | "call.forbidden" | "list.exported" | "order_statuses.saved" | "organization.created" | "organization.edited" | "organization.sign_in_rules_saved" | "organization.logo_saved" | "organization.logo_removed" | "product.created" | "product.edited" | "vendor.created" | "vendor.edited" | "vendor.secret_renewed" | "webhook.created" | "webhook.edited" | "webhook.secret_rotated" | "webhook.tested" | "webhook.replayed" | "webhook.disabled" | "webhook.enabled" | "webhook.deleted" | "message.resent" | "credit_check.saved" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "import.started" | "opening_balance.recorded" | "payment.recorded" | "payment.reversed")[];
                    url: string;
                };
            };
        };
        responses: {
            /** @description This would happen. A dry run answers this status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointCreated"];
                };
            };
            /** @description We carried it out. */
            201: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    Location?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointCreated"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `webhook_name_taken`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `endpoint_not_allowed`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookGet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    ETag?: string;
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDelete: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookEdit: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    name?: string;
                    types?: ("order.created" | "order.moved_in" | "order.placed" | "order.approved" | "order.edited" | "order.status_changed" | "order.status_replaced" | "order.delivered" | "order.returned" | "order.executed" | "order.execution_refused" | "order.cancelled" | "order.scheduled" | "order.execution_begun" | "order.repriced" | "order.schedule_failed" | "order.reversed" | "order.paid" | "order.payment_released" | "order.payment_reversed" | "order.trial_ending" | "order.trial_ended" | "order.message_resent" | "order.provisioned" | "order.provisioning_failed" | "order.provisioning_retried" | "account.created" | "account.edited" | "user.signed_in" | "user.signed_out" | "user.sign_in_failed" | "user.sign_in_locked" | "user.session_ended" | "user.created" | "user.role_changed" | "user.deactivated" | "user.activated" | "user.password_reset" | "user.password_changed" | "user.invited" | "user.invitation_accepted" | "user.invitation_declined" | "user.link_asked_for" | "user.second_factor_added" | "user.second_factor_removed" | "user.identity_linked" | "user.identity_unlinked" | "user.second_factor_reset" | "user.recovery_codes_made" | "user.second_factor_asked" | "user.single_sign_on_asked" | "user.second_factor_failed" | "user.email_changed" | "user.name_changed" | "user.sessions_ended" | "role.created" | "role.edited" | "role.deleted" | "call.forbidden" | "list.exported" | "order_statuses.saved" | "organization.created" | "organization.edited" | "organization.sign_in_rules_saved" | "organization.logo_saved" | "organization.logo_removed" | "product.created" | "product.edited" | "vendor.created" | "vendor.edited" | "vendor.secret_renewed" | "webhook.created" | "webhook.edited" | "webhook.secret_rotated" | "webhook.tested" | "webhook.replayed" | "webhook.disabled" | "webhook.enabled" | "webhook.deleted" | "message.resent" | "credit_check.saved" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "import.started" | "opening_balance.recorded" | "payment.recorded" | "payment.reversed")[];
                    url?: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `webhook_name_taken`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `endpoint_not_allowed`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDeliveries: {
        parameters: {
            query?: {
                /** @description Send `nextCursor` of the previous page to get the next one. */
                cursor?: string;
                /** @description A page has at most this many rows. */
                limit?: number;
                state?: "waiting" | "delivered" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description We found it. */
            200: {
                headers: {
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_cursor`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookResend: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                deliveryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryMade"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `webhook_disabled`, `earlier_delivery_waits`, `delivery_under_way`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookDisable: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookEnable: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Saved"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookReplay: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    after?: string;
                    /** Format: date-time */
                    since?: string;
                    /** Format: date-time */
                    until?: string;
                    upTo?: string;
                };
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventsReplayed"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `webhook_disabled`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `too_many_events`, `cursor_not_understood`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookRotateSecret: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
                /** @description Send the ETag that you read. We refuse the change if someone else changed it since. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretRotated"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `changed_meanwhile`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `version_needed`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    webhookSendTest: {
        parameters: {
            query?: {
                /** @description With `true`, we answer what would happen and change nothing. */
                dryRun?: "true" | "false";
            };
            header?: {
                /** @description This key names the request. We carry it out once, even if you send it several times. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description We carried it out. */
            200: {
                headers: {
                    "Idempotent-Replayed"?: "true" | "false";
                    RateLimit?: string;
                    "RateLimit-Policy"?: string;
                    "X-Request-Id"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryMade"];
                };
            };
            /** @description The problem has one of these codes: `invalid_parameter`, `invalid_json`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `unauthorized`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `forbidden`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `webhook_disabled`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_long`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `not_json`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `invalid_body`, `key_reused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `too_many_requests`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `failed`. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The problem has one of these codes: `took_too_long`. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
