// Made from docs/api/openapi.json by `npm run generate`. Do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process may be given work
         * @description `degraded` = Temporal is away: refunds are accepted and started later.
         */
        get: operations["health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description In the order in which they were made, without secrets.
         */
        get: operations["apikey_list"];
        put?: never;
        /**
         * Make an API key
         * @description The answer shows the key itself, once. One with `refunds:decide` waits until a second person has confirmed it under `/v1/proposals`.
         */
        post: operations["apikey_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an API key */
        get: operations["apikey_find"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It stops working within 5 seconds. Safe to repeat.
         */
        delete: operations["apikey_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description A new key with the same rights; the old one works on for a while, and both count as one.
         */
        post: operations["apikey_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Approvals that wait for you
         * @description Open steps that you may decide now, by your own authority or a delegated one, without those that you have put aside for a while; what is due first comes first. A page may be shorter than its limit: `next` says whether there is more.
         */
        get: operations["inbox_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/decided": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you have decided
         * @description Steps that you decided in person, with whoever’s authority, and by keys of yours, newest first; each with what became of its refund.
         */
        get: operations["inbox_decided"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject many
         * @description Up to 50, one step of each refund. Every one is bound to the `snapshotHash` that was read and judged by itself; the answer tells for each what became of it. With `total` the sum of them all has to be that, or nothing is decided; `POST /v1/approvals/decisions/preview` says it before.
         */
        post: operations["bulkdecision_decideAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What deciding many would come to
         * @description Of up to 50 steps, one of each refund: which of them you may decide so, why not the others, and the sum of those that you may. Writes nothing and needs no Idempotency-Key.
         */
        post: operations["bulkpreview_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is due today with others
         * @description Up to 20 open steps that are due before the day of the merchant ends and that you may not decide, with the role that does; what is due first comes first.
         */
        get: operations["inbox_dueWithOthers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may decide
         * @description Everybody with a role and limit, his teams and absence.
         */
        get: operations["approver_list"];
        /**
         * Tell of an approver
         * @description How to reach him, in which language, and when he is away. Grants no right to decide anything.
         */
        put: operations["approver_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvers/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What nobody, or only one person, can do
         * @description Steps of the published policies, and acts that need a second person. Empty is good: each can be done while any one person is away.
         */
        get: operations["approver_thin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what
         * @description Newest first: decisions, proposals, switches, powers, keys, sign-ins. Chained by hash, sealed each hour.
         */
        get: operations["audit_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log
         * @description Every entry of these days, oldest first, as JSON, one to a line. That it was taken is an entry itself.
         */
        get: operations["audit_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/back-tests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a back-test
         * @description How far it has got, and what it found until there.
         */
        get: operations["backtest_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/back-tests/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds that would have gone another way
         * @description In the order in which they were asked for; the first ten thousand.
         */
        get: operations["backtest_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List bank files
         * @description Newest first. `next` is null on the last page.
         */
        get: operations["bankfile_list"];
        put?: never;
        /**
         * Make a bank file
         * @description Collects the approved bank transfers of one legal entity and currency that stand in no file yet, at most 1,000, and moves them to `pending`. A transfer stands in exactly one file. What the bank did is then stated by two people: `mark_settled` or `mark_declined`.
         */
        post: operations["bankfile_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a bank file
         * @description With its transfers; payees are masked.
         */
        get: operations["bankfile_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank-files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a bank file
         * @description The same bytes each time, with bank details in clear, for finance. Each download is written down.
         */
        get: operations["bankfile_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bank-files/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State what the bank did with many transfers of a file
         * @description It becomes one proposal, which a second person confirms once. Each line then has its own end: `statement` of the file’s items. A line that was answered in between, or that its refund does not allow, is refused and leaves the others alone.
         */
        post: operations["bankfile_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/breakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Limits of amounts that were passed
         * @description Newest first. While one is open, transfers that are due wait with `holdReason` `breaker`; none fails.
         */
        get: operations["breaker_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/breakers/{id}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose to release what waits
         * @description A second person confirms under `/v1/proposals`. It is then not tripped again before its time is over.
         */
        post: operations["breaker_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-accounts/{customerRef}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A customer's store credit
         * @description One balance per legal entity and currency, with the entries that it is made of.
         */
        get: operations["credit_account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List credit notes and counter notes
         * @description Newest first. `number` finds the one with that printed number. `next` is null on the last page. All given filters must hold.
         */
        get: operations["creditnote_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credit-notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a credit note or counter note
         * @description Complete as it is printed. An issued document never changes.
         */
        get: operations["creditnote_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List delegations
         * @description Those that hold or will, the soonest to end first.
         */
        get: operations["delegation_list"];
        put?: never;
        /**
         * Let another person decide with your authority for a time
         * @description Never more than you may decide yourself at that moment; it cannot be passed on, and four eyes count both of you. Each decision says whose authority was used.
         */
        post: operations["delegation_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a delegation at once
         * @description By either of the two, or by an administrator. Safe to repeat.
         */
        delete: operations["delegation_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List disputes
         * @description Newest first. `next` is null on the last page.
         */
        get: operations["dispute_list"];
        put?: never;
        /**
         * Register a dispute of a payment
         * @description For gateways that do not announce disputes. While it is open nothing of the payment is refunded. A dispute that is known under this id is given as it stands.
         */
        post: operations["dispute_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a dispute */
        get: operations["dispute_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The evidence file of a dispute
         * @description What was sold and paid, and the story of every refund of the payment with its transfers, gateway references and documents: what to show the acquirer. No personal data.
         */
        get: operations["dispute_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes/{id}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State how a dispute ended
         * @description For gateways that do not announce it. It becomes a proposal that a second person confirms: won, the amount is free again and what waited is sent; lost, it counts as paid for ever.
         */
        post: operations["dispute_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every status change, in order
         * @description So that a backend need not ask for each refund. Keep `next` and ask again: an event that was passed never appears behind it.
         */
        get: operations["event_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/gateways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the accounts at gateways do
         * @description Health, breaker, kill switch and the age of what waits, by name.
         */
        get: operations["gateway_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for me
         * @description Counts for people who signed in; null where no role of theirs has to do with it.
         */
        get: operations["home_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kill-switches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Switches that stop new money
         * @description One for all money and one for each account at a gateway, on or off; those of the house when on.
         */
        get: operations["killswitch_list"];
        /**
         * Stop new money, or propose that it flows again
         * @description Finance, ops or an administrator stops it alone and at once. Finance proposes to lift it; a second person confirms under `/v1/proposals`. Transfers that are due wait as `planned` with `holdReason` `kill_switch`, and go on by themselves afterwards.
         */
        put: operations["killswitch_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/law-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The law that is applied
         * @description Each pack with its version, its sources and how surely they were read, and whether you confirmed it. Not legal advice: let your lawyer confirm what is not P.
         */
        get: operations["lawpack_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/law-packs/{version}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Confirm a law pack
         * @description Writes down that the merchant had this version looked at and stands by it. A pack protects customers also before that; nobody can take a confirmation back, a new version waits for its own.
         */
        put: operations["lawpack_confirm"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who am I, and what may I do
         * @description For people who signed in at `/auth/sign-in`. Calls of their page that change something repeat `pageToken` as `X-Zikui-Token`.
         */
        get: operations["me_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description The session is over, at once.
         */
        delete: operations["me_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the money does
         * @description Of the merchant, in one call: gateways with their breakers, switches, the age of what waits to be delivered, and the oldest transfer whose outcome is not known.
         */
        get: operations["operations_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List policy versions
         * @description Newest first, drafts too.
         */
        get: operations["policy_list"];
        put?: never;
        /**
         * Save a draft
         * @description For whoever owns the policy (role `policy_owner`). A text with a fault is not saved.
         */
        post: operations["policy_draft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a policy version
         * @description With its text.
         */
        get: operations["policy_find"];
        /**
         * Change a draft
         * @description An open proposal to publish it is void by that. Saving the same text changes nothing.
         */
        put: operations["policy_change"];
        post?: never;
        /**
         * Delete a draft
         * @description With its back-tests. What was published stays for ever.
         */
        delete: operations["policy_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/back-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a policy on past refunds
         * @description On the facts that were recorded with each, never on those of today. One at a time per merchant; read how far it has got at `Location`.
         */
        post: operations["policy_backTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes
         * @description Against the version in force, or another one.
         */
        get: operations["policy_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/dry-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a policy on one request
         * @description The same code as for a real request, on the sale as it stands; writes and reserves nothing. A refusal is an answer here, with every rule that was asked.
         */
        post: operations["policy_dryRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{id}/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose that a version becomes the policy
         * @description A draft, or a retired version that is brought back. A second policy owner, who did not write the draft, confirms under `/v1/proposals`. Refunds that were asked for before keep their version.
         */
        post: operations["policy_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a policy
         * @description As it is checked when it is saved; writes nothing. Each fault has its line, column and suggestion.
         */
        post: operations["policy_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Acts that need a second person
         * @description Newest first. `allowedActions` says which of them this caller may decide.
         */
        get: operations["proposal_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a proposal */
        get: operations["proposal_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm or reject a proposal
         * @description Bound to the `payloadHash` that was read. Whoever proposed, asked for the refund or is paid by it cannot confirm. The first valid decision wins; a 409 names the winner.
         */
        post: operations["proposal_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List comparisons
         * @description Newest first. `next` is null on the last page.
         */
        get: operations["reconciliation_list"];
        put?: never;
        /**
         * Compare an account with its gateway
         * @description The gateway's own list, our transfers and the ledger, over one local day. Every account is also compared by itself each day. Read the outcome at `Location`.
         */
        post: operations["reconciliation_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a comparison
         * @description With its totals per currency.
         */
        get: operations["reconciliation_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What differs
         * @description In the order in which each was first seen, with its kind, owner and age; resolved ones too.
         */
        get: operations["reconciliation_differences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reconciliations/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a settlement report and compare it
         * @description UTF-8 CSV with a header, at most 20 MB, in our own columns or as Stripe makes it (docs/reconciliation.md). The same report is imported once. A fault names its line and column, and nothing is kept.
         */
        post: operations["reconciliation_importReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refund-drafts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go on with a form
         * @description As it was kept last.
         */
        get: operations["refunddraft_find"];
        /**
         * Keep a form that I have begun
         * @description Under a name that the page chooses, for 24 hours, encrypted, for me alone. Twenty of one person; beyond that the oldest goes.
         */
        put: operations["refunddraft_keep"];
        post?: never;
        /**
         * Throw a form away
         * @description At once.
         */
        delete: operations["refunddraft_drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List refunds
         * @description Newest first, or by the legal date to pay by (`sort=payBy`). `next` is null on the last page.
         */
        get: operations["refund_list"];
        put?: never;
        /**
         * Ask for a refund
         * @description Accepted durably, or refused and nothing is written. The answer is the refund as it was accepted; its process then carries it to the end. A repeat with the same key and body gets the same answer with `Idempotent-Replayed: true`.
         */
        post: operations["refund_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a refund
         * @description With an `ETag`: send it as `If-None-Match` and an unchanged refund answers 304.
         */
        get: operations["refund_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand an open approval to a person
         * @description Says who is expected to decide it. He must be able to; others who may still can.
         */
        put: operations["inbox_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/bank-returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * State that a bank returned money it had paid
         * @description For a transfer by hand that had settled, whatever else its refund waits for. It becomes a proposal that a second person confirms: the books are countered, and the refund goes to a person again, with a counter note and word to the customer.
         */
        post: operations["bankreturn_state"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a refund
         * @description Until its first attempt was sent to a gateway; after that it is too late.
         */
        post: operations["cancellation_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/commands/{commandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of a 202
         * @description Pending, done with the status, or refused with the problem.
         */
        get: operations["command_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/customer-answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where is my money?
         * @description What to tell a customer who asks, in the words of his own page: ready to be copied, in his language and in the other one.
         */
        get: operations["customeranswer_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a time limit
         * @description Of an approval step, after which it is offered to the next role too; or of the refund, after which it stops waiting. A refund that the law grants never waits beyond its review date.
         */
        post: operations["deadline_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve or reject an approval step
         * @description Bound to the `snapshotHash` that was read. Whoever requested, and whoever approved another step, cannot decide. A 409 names who decided and how.
         */
        post: operations["approval_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is enclosed with a refund
         * @description Oldest first.
         */
        get: operations["evidence_list"];
        put?: never;
        /**
         * Enclose a photo
         * @description JPEG, PNG or WebP, at most 8 MB, by its first bytes. Kept encrypted under the key of the customer; 20 of one refund at most.
         */
        post: operations["evidence_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/evidence/{evidenceId}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a photo
         * @description The bytes as they came, always as a download.
         */
        get: operations["evidence_content"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the gateway now
         * @description What became of a transfer that is being sent, pending or in doubt. Its answer is recorded.
         */
        post: operations["resolution_lookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages to the customer
         * @description Oldest first, each with the words that left.
         */
        get: operations["message_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/messages/{messageId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message once more
         * @description To the same customer, as the refund stands now and with a new link. At most three times a day each. A repeat with the same key sends nothing and gets the same answer.
         */
        post: operations["message_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comments, questions and answers
         * @description Oldest first.
         */
        get: operations["note_list"];
        put?: never;
        /**
         * Comment on a refund, or ask for more before deciding
         * @description With `askedOf` an approver asks the requester or the customer a question about the open step, which stays open. The legal clock and the escalation run on.
         */
        post: operations["note_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/notes/{noteId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer a question of an approver
         * @description Once; photos are enclosed as evidence of the question.
         */
        post: operations["note_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/payees": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the bank accounts that were given for a refund
         * @description Masked.
         */
        get: operations["payee_list"];
        put?: never;
        /**
         * Give the bank account of whom a refund is owed to
         * @description Kept encrypted under the key of the customer, shown masked, erased 30 days after the payout. It pays nothing: the resolution `change_destination` names it, and the approvers decide.
         */
        post: operations["payee_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/payees/{payeeId}/unmaskings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See a bank account in clear, for a reason
         * @description For people alone, 20 times an hour each. Who looked, when and from where stands in the audit log each time; the reason becomes a comment on the refund, once for a key.
         */
        post: operations["payee_unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/portal-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back a customer's links
         * @description Every link to the page of this refund that was sent until now stops to work at once, also where it was opened before. Later messages carry new ones. Safe to repeat.
         */
        delete: operations["portallink_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve a refund that does not go on by itself
         * @description `GET /v1/reviews` says what may be done. One person may send again, await goods, ask the approvers again or have the money go elsewhere, which the approvers decide; whatever states a fact about money, or ends what is owed, becomes a proposal that a second person confirms.
         */
        post: operations["resolution_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/review-assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take a refund of the desk, or hand it to a person
         * @description Says who is expected to see to a refund in `needs_review` or `in_doubt`. He must be one who may resolve it, and is told by mail; others still may.
         */
        put: operations["reviewassignment_assign"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that stands beside a decision
         * @description Of an approval step, in one call: the refund with its arithmetic, why somebody is asked, words, photos, lines, payments, what the customer was refunded before, and what you may do, with the reason where you may not.
         */
        get: operations["stepevidence_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/steps/{step}/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When I may be reminded of a step
         * @description Of an open approval step: until when I have put it aside, and what I may choose.
         */
        get: operations["reminder_find"];
        /**
         * Remind me of a step later
         * @description Takes it out of my inbox until then, at the latest until it is due; it comes back by itself. Nobody else’s inbox changes, and no clock stops.
         */
        put: operations["reminder_set"];
        post?: never;
        /**
         * Take a step back into my inbox
         * @description At once. Safe to repeat.
         */
        delete: operations["reminder_drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened
         * @description Oldest first, each entry in Hebrew and English. `depth` says whom it is for.
         */
        get: operations["refund_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent for a refund, and what is known of it
         * @description Every transfer with its attempts, the references and ids that its gateway keeps them under, the last answers without what is secret or personal, when the gateway is asked next, and what people asked and gateways announced.
         */
        get: operations["resolution_transfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a refund
         * @description `GET /v1/home` then tells me what became of it since I was here last.
         */
        put: operations["refundwatch_begin"];
        post?: never;
        /**
         * Follow a refund no more
         * @description Safe to repeat.
         */
        delete: operations["refundwatch_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count refunds
         * @description How many a list holds, and what they pay in each currency. Counted up to 10,000: beyond that `more` is true and nothing is summed.
         */
        get: operations["refund_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export refunds
         * @description The list as comma-separated values (RFC 4180, UTF-8 with a byte order mark): amounts in minor units and as decimals beside their currency, no field that a spreadsheet takes for a formula, nothing that tells who a person is. The first 10,000; where there are more, the last line says so. That it was taken stands in the audit log.
         */
        get: operations["refundexport_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/refunds/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Quote a refund
         * @description What a refund would be, line by line, and every rule that spoke. Writes nothing and needs no Idempotency-Key.
         */
        post: operations["quote_quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/legal_misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Legal dates that were missed
         * @description Refunds to which there is a legal right, by the last day on which their money was due: how many, and how many were not paid by then.
         */
        get: operations["legalmisses_byDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Refunds that do not go on by themselves
         * @description Those in `needs_review` or `in_doubt`, the oldest request first, with the evidence to judge them and exactly what may be done. `pendingReason=insufficient_funds` lists those that wait for the balance at their gateway to be filled.
         */
        get: operations["review_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles, and what each allows */
        get: operations["staff_roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sales/{saleRef}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sale
         * @description As it was told, with what refunds and disputes hold of each payment.
         */
        get: operations["sale_find"];
        /**
         * Register or replace a sale
         * @description The snapshot of what was bought and paid: the only source of amounts. 201 when it is new, 200 when it was there. After its first refund only dates, invoice and contact that were empty can be filled in.
         */
        put: operations["sale_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My views
         * @description Lists as I like to look at them, by page and name.
         */
        get: operations["savedview_list"];
        /**
         * Keep a view
         * @description For me alone, in the place of an earlier one of that name.
         */
        put: operations["savedview_keep"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Throw a view away
         * @description At once.
         */
        delete: operations["savedview_drop"];
        options?: never;
        head?: never;
        /**
         * Call a view otherwise
         * @description By a name that no other view of that page has.
         */
        patch: operations["savedview_rename"];
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find something by its name
         * @description Whole names alone: personal data is kept encrypted and found by none of its parts. Mail addresses and telephone numbers find nothing for roles that work without them. Twenty things at most; of one order, payment or customer its ten newest refunds.
         */
        get: operations["search_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who work for the merchant
         * @description In the order in which they came.
         */
        get: operations["staff_list"];
        put?: never;
        /**
         * Add a colleague
         * @description Without any role yet. At the first sign-in the identity provider proves the address. Safe to repeat.
         */
        post: operations["staff_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a member of staff */
        get: operations["staff_find"];
        put?: never;
        post?: never;
        /**
         * Take somebody off the staff
         * @description No role, no session, no sign-in. Safe to repeat.
         */
        delete: operations["staff_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}/powers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a role or a limit
         * @description What lets a person decide, or decide more, is proposed, and a second person confirms it under `/v1/proposals`. Nobody changes his own rights.
         */
        post: operations["staff_give"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a role away
         * @description At once, also from whoever is signed in. Safe to repeat.
         */
        delete: operations["staff_takeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End the sessions of somebody
         * @description He has to sign in again. Safe to repeat.
         */
        delete: operations["staff_endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hear at once that something changed
         * @description Server-Sent Events for pages of people who signed in. A message says of what (`topic`, `id`) and when (`version`, milliseconds), and nothing else: whoever may see it asks for it. A message may come twice, and of one that comes behind a younger one nothing new is to be read. With `Last-Event-ID`, or `after`, everything since then comes; `event: reset` instead says that it is too much, and that all of it is to be read anew. A comment comes each 15 s. The stream ends with its session, when the roles of its person change, and when the service leaves: connect again then.
         */
        get: operations["stream_open"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description In the order in which they were made.
         */
        get: operations["webhookendpoint_list"];
        put?: never;
        /**
         * Add an endpoint
         * @description It is told of every status change from now on: `refund.status_changed`, signed by Standard Webhooks (docs/webhooks.md). The answer shows its secret, once.
         */
        post: operations["webhookendpoint_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an endpoint */
        get: operations["webhookendpoint_find"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint
         * @description What is still on its way there is not sent. Safe to repeat.
         */
        delete: operations["webhookendpoint_remove"];
        options?: never;
        head?: never;
        /** Change, disable or enable an endpoint */
        patch: operations["webhookendpoint_change"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was told to an endpoint
         * @description Newest first, each with its last tries.
         */
        get: operations["webhookendpoint_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/deliveries/{deliveryId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send an event once more
         * @description Under the same `webhook-id`, with another 72 hours of tries. Safe to repeat.
         */
        post: operations["webhookendpoint_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{id}/secret-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the secret
         * @description Shows the new one, once. For a while both sign each message, so that receivers can change over in between.
         */
        post: operations["webhookendpoint_rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/carriers/{name}/{merchant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A carrier tells where a parcel is
         * @description In the carrier's own form, with its signature over the raw body. A parcel's status only moves forward.
         */
        post: operations["webhook_carrier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/gateways/{name}/{merchant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A gateway tells what became of a refund
         * @description In the gateway's own form, with its signature over the raw body. Told twice, it changes nothing the second time.
         */
        post: operations["webhook_gateway"];
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
        Absence: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        AbsenceBody: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            until: string;
        };
        Announced: {
            eventId: string;
            /** Format: date-time */
            receivedAt: string;
            source: string;
            state: string;
            type: string;
        };
        AnswerBody: {
            text: string;
        };
        ApiKey: {
            /** @description From where it may be used; none: from everywhere. */
            addresses: string[];
            amountLimit: number | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** @description The first of the keys that were rotated into each other; they count as one. */
            family: string;
            /** @example ak_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** @enum {string} */
            mode: "test" | "live";
            name: string | null;
            /** @description The person who answers for it; keys of one owner are one person. */
            owner: string;
            /**
             * @description The part of the key that people may see and name.
             * @example zk_live_aB3dE6gH
             */
            prefix: string;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string|null} */
            role: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin" | null;
            scopes: ("sales:write" | "refunds:create" | "refunds:read" | "refunds:decide" | "returns:write" | "credit:read" | "credit:write" | "exports:read" | "webhooks:manage")[];
            /**
             * @description `waiting`: a second person has to confirm it.
             * @enum {string}
             */
            status: "waiting" | "live" | "expired" | "revoked";
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        ApiKeyWithSecret: {
            /** @description From where it may be used; none: from everywhere. */
            addresses: string[];
            amountLimit: number | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string | null;
            /** Format: date-time */
            expiresAt: string | null;
            /** @description The first of the keys that were rotated into each other; they count as one. */
            family: string;
            /** @example ak_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            lastUsedAt: string | null;
            /** @enum {string} */
            mode: "test" | "live";
            name: string | null;
            /** @description The person who answers for it; keys of one owner are one person. */
            owner: string;
            /**
             * @description The part of the key that people may see and name.
             * @example zk_live_aB3dE6gH
             */
            prefix: string;
            /** @description What a second person has to confirm before it works. */
            proposalId: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** @enum {string|null} */
            role: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin" | null;
            scopes: ("sales:write" | "refunds:create" | "refunds:read" | "refunds:decide" | "returns:write" | "credit:read" | "credit:write" | "exports:read" | "webhooks:manage")[];
            /** @description The key itself. Shown now, and never again; null for a repeat of this call. */
            secret: string | null;
            /**
             * @description `waiting`: a second person has to confirm it.
             * @enum {string}
             */
            status: "waiting" | "live" | "expired" | "revoked";
        };
        Approval: {
            /** @description Whether API keys may decide. */
            machines: boolean;
            /** @description The rule of the ladder that applies. */
            rule: string;
            steps: components["schemas"]["Step"][];
        };
        ApprovalCount: {
            count: number;
            /** @description Of these, due before the day ends in the time zone of the merchant. */
            dueToday: number;
            /** @description There may be more: `count` is bounded. */
            more: boolean;
        };
        Approver: {
            absence: components["schemas"]["Absence"] | null;
            digest: boolean;
            /** @description What he may decide by himself. */
            grants: components["schemas"]["Grant"][];
            /** @description Whether he can be told by mail. */
            hasEmail: boolean;
            locale: string;
            person: string;
            teams: string[];
        };
        ApproverBody: {
            /** @description Meanwhile steps do not wait for him: one that nobody else may decide is offered to the next role. Null: he is here. */
            absence?: components["schemas"]["AbsenceBody"] | null;
            /** @description One message a day instead of one for each step. */
            digest?: boolean;
            /** Format: email */
            email?: string | null;
            /**
             * @description The language of messages to him.
             * @enum {string}
             */
            locale?: "he" | "en";
            /**
             * @description As he is named as owner of a key.
             * @example noa
             */
            person: string;
            phone?: string | null;
            /** @description Only an administrator puts somebody into teams, and never himself. */
            teams?: string[];
        };
        ApproverList: {
            items: components["schemas"]["Approver"][];
        };
        ApproverSlot: {
            /** @description The least limit that the approver has, in minor units. */
            limit: number | null;
            /** @example lead */
            role: string | null;
            /** @description A team that the approver is a member of. */
            team: string | null;
        };
        AssignmentBody: {
            /** @description The open approval step. */
            step: number;
            /** @description Who is expected to decide; null or left out, nobody in particular. */
            to?: string | null;
        };
        Attempt: {
            /** Format: date-time */
            answeredAt: string | null;
            /** @description What the last answer, or its lack, said. */
            evidence: {
                [key: string]: string | number | null;
            } | null;
            gatewayRefundId: string | null;
            no: number;
            /** @description Under which the gateway keeps it. */
            reference: string;
            /** @description SHA-256 of all that was asked. */
            requestHash: string;
            /** @description How often it left, always under one key. */
            sends: number;
            /** Format: date-time */
            sentAt: string | null;
            /** @enum {string} */
            status: "prepared" | "sent" | "pending" | "succeeded" | "refused" | "unknown" | "not_sent";
        };
        AuditEntry: {
            /** @example proposal.confirmed */
            action: string;
            actor: string;
            /** @description From which network address. */
            address: string | null;
            /** Format: date-time */
            at: string;
            /** @description `merchant`, or the refund whose acts follow each other. */
            chain: string;
            data: {
                [key: string]: string | number | null;
            };
            hash: string;
            /** @description Of the entry in its chain, from 1. */
            no: number;
            /** @description The person behind the credential. */
            owner: string | null;
            /** @description Of the entry before it in the chain; 64 zeros before the first. */
            prevHash: string;
            /**
             * @description In which role.
             * @enum {string|null}
             */
            role: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin" | null;
            subject: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        BackTest: {
            /** Format: date-time */
            createdAt: string;
            currency: string;
            days: number;
            /** @description Refunds that were looked at. */
            done: number;
            /** Format: date-time */
            endedAt: string | null;
            failure: string | null;
            /** @example bt_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @description SHA-256 of the text that is tried. */
            policyHash: string;
            policyVersionId: string;
            /** @description As far as it has got. */
            report: components["schemas"]["BackTestReport"];
            /** Format: date-time */
            since: string;
            /** @enum {string} */
            status: "requested" | "running" | "done" | "failed";
            /** @description Refunds to look at; null until it has begun. */
            total: number | null;
            /** Format: date-time */
            until: string;
        };
        BackTestBody: {
            /**
             * @description Refunds that were asked for within these days.
             * @example 90
             */
            days: number;
        };
        BackTestChange: {
            after: components["schemas"]["ReplayedRefund"];
            before: components["schemas"]["ReplayedRefund"];
            no: number;
            refundId: string;
        };
        BackTestChangePage: {
            items: components["schemas"]["BackTestChange"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        BackTestGroup: {
            cases: number;
            changed: number;
            /** @description Minor units. */
            payout: components["schemas"]["BeforeAfter"];
        };
        BackTestOutcomes: {
            approval: components["schemas"]["BeforeAfter"];
            /** @description Nobody had to approve. */
            auto: components["schemas"]["BeforeAfter"];
            refused: components["schemas"]["BeforeAfter"];
        };
        BackTestReport: {
            /** @description Share that needs nobody, in basis points. */
            autoBps: components["schemas"]["BeforeAfter"];
            /** @description By product: a case counts under each of its own; beyond the first thousand under `other`. */
            byProduct: {
                [key: string]: components["schemas"]["BackTestGroup"];
            };
            /** @description By reason. */
            byReason: {
                [key: string]: components["schemas"]["BackTestGroup"];
            };
            cases: number;
            /** @description Another outcome, amount, number of steps or way of the goods. */
            changed: number;
            /** @description Cases in which a rule could not be evaluated. */
            errors: components["schemas"]["BeforeAfter"];
            /** @description Minor units. */
            fee: components["schemas"]["BeforeAfter"];
            /** @description Statutory, and silence would last beyond the legal date. */
            late: components["schemas"]["BeforeAfter"];
            /** @description Statutory, and not settled by the legal date. */
            legalMisses: number;
            outcomes: components["schemas"]["BackTestOutcomes"];
            /** @description Minor units. */
            payout: components["schemas"]["BeforeAfter"];
            /** @description From before what the rules need was recorded; nothing is said of them. */
            skipped: number;
        };
        BankAccountBody: {
            /** @example 123456 */
            account?: string;
            /**
             * @description Number of an Israeli bank.
             * @example 12
             */
            bank?: string;
            /** @example 600 */
            branch?: string;
            /**
             * @description With or without blanks. Instead of `bank`, `branch` and `account`.
             * @example DE89370400440532013000
             */
            iban?: string;
            /** @description Who holds the account; with an IBAN in Latin letters. */
            name: string;
        };
        BankFile: {
            bytes: number;
            /** @description SHA-256 of the bytes: every download has it. */
            contentHash: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            currency: string;
            /**
             * Format: date-time
             * @description Since when its content is erased.
             */
            erasedAt: string | null;
            /** Format: date */
            executeOn: string;
            /** @enum {string} */
            format: "sepa" | "csv";
            /** @example bf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            legalEntity: string;
            /** @description How many of them nobody has confirmed yet. */
            pending: number;
            total: components["schemas"]["Money"];
            /** @description How many transfers stand in it. */
            transfers: number;
        };
        BankFileBody: {
            /** @example ILS */
            currency: string;
            /**
             * Format: date
             * @description When the bank is to pay; today when left out.
             */
            executeOn?: string;
            /**
             * @description `sepa` (euros to IBANs of SEPA countries; the default for EUR) or `csv` (docs/bank-transfers.md).
             * @enum {string}
             */
            format?: "sepa" | "csv";
            /**
             * @description Which of your legal entities pays.
             * @example main
             */
            legalEntity: string;
            /** @description The account that pays; it stands in the file and nowhere else. */
            payer: components["schemas"]["BankAccountBody"];
        };
        BankFileItem: {
            amount: components["schemas"]["Money"];
            /** @description Comes back on the statement. */
            endToEndId: string;
            payee: components["schemas"]["MaskedPayee"];
            position: number;
            refundId: string;
            saleRef: string;
            /** @description What became of the last statement about it that two people made. */
            statement: components["schemas"]["Statement"] | null;
            /** @enum {string} */
            status: "planned" | "sending" | "pending" | "in_doubt" | "declined" | "settled" | "reversed" | "released";
            transferId: string;
        };
        BankFileLineBody: {
            /** @description As it stands in the file. */
            endToEndId: string;
            /** @enum {string} */
            outcome: "settled" | "declined";
            /** @description The line of the statement; no two orders share one. */
            statementRef?: string;
        };
        BankFileOutcomesBody: {
            /** @description What you know it by: which statement, kept where. */
            evidence: string;
            lines: components["schemas"]["BankFileLineBody"][];
        };
        BankFilePage: {
            items: components["schemas"]["BankFile"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        BankReturnBody: {
            /** @description What you know it by: which statement, kept where. */
            evidence: string;
            /** @description The line of the statement. */
            statementRef: string;
            /** @description Which transfer by hand came back. */
            transfer: string;
        };
        BeforeAfter: {
            /** @description As the tried policy would. */
            after: number;
            /** @description As it was decided. */
            before: number;
        };
        BothLanguages: {
            en: string;
            he: string;
        };
        BoughtLine: {
            description: string;
            /** @description Units bought. */
            quantity: number;
            ref: string;
            /** @description Paid for all of them. */
            total: components["schemas"]["Money"];
        };
        Breaker: {
            /** @example ILS */
            currency: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Who released it; `system` when its time was over. */
            endedBy: string | null;
            /** @example hd_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * @description Which limit of the policy was passed.
             * @enum {string}
             */
            limit: "merchantHour" | "merchantDay" | "perStaffHour" | "perStaffDay" | "perReasonHour" | "perReasonDay";
            /** @description The open proposal to release it. */
            proposalId: string | null;
            /** @description Of refunds for this reason alone; null = for any. */
            refundReason: string | null;
            /** @description Of this member of staff alone; null = of everybody. */
            requestedBy: string | null;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description It ends by itself then, unless refunds pass the limit again.
             */
            until: string;
            /** @description Transfers that wait for it. */
            waiting: number;
        };
        BreakerList: {
            items: components["schemas"]["Breaker"][];
        };
        BreakerReleaseBody: {
            /** @description Why these refunds are in order, for the second person. */
            reason: string;
        };
        BulkDecisionBody: {
            /** @description Each is decided by itself: one that is refused keeps none of the others back. */
            decisions: components["schemas"]["OneDecisionBody"][];
            /** @description What all refunds of the request come to, those to be rejected too, as whoever decides read it. With another sum nothing is decided. */
            total?: components["schemas"]["StatedSumBody"];
        };
        BulkPreview: {
            /** @description How many of them may be decided so. */
            count: number;
            /** @description In the order of the request. */
            items: components["schemas"]["PreviewedItem"][];
            rejectionReasons: components["schemas"]["RejectionReason"][];
            /** @description What those come to, to be stated as `total` of the decisions on them; null for none, and for several currencies, which are never added. */
            total: components["schemas"]["Money"] | null;
        };
        BulkPreviewBody: {
            /**
             * @example approve
             * @enum {string}
             */
            outcome: "approve" | "reject";
            /** @description Of a rejection. Without it every other rule is looked at. */
            reasonCode?: string;
            steps: components["schemas"]["ChosenStepBody"][];
        };
        Calculation: {
            result: components["schemas"]["Money"];
            /** @description They sum to `result`. */
            terms: components["schemas"]["Term"][];
        };
        CancellationBody: {
            /** @description Why, for the people who read it later. */
            note?: string;
        };
        ChosenStepBody: {
            refundId: string;
            /** @description The `snapshotHash` of the refund as it was read. */
            snapshotHash: string;
            /**
             * @description Number of the approval step, from 1.
             * @example 1
             */
            step: number;
        };
        Command: {
            /** @example cm_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @enum {string} */
            name: "decide" | "cancelRefund" | "changeDeadline" | "resolveReview";
            /** @description Why it was refused. */
            problem: components["schemas"]["Problem"] | null;
            refundId: string;
            /** @enum {string} */
            state: "pending" | "done" | "refused";
            /** @description The refund's status once it was carried out. */
            status: components["schemas"]["RefundStatus"] | null;
        };
        Commission: {
            rateBps: number | null;
            total: components["schemas"]["Money"];
        };
        CommissionBody: {
            /**
             * @description Basis points.
             * @example 500
             */
            rateBps?: number;
            /**
             * Format: int64
             * @description What a partner earned on this sale.
             * @example 895
             */
            total: number;
        };
        Count: {
            count: number;
            /** @description There may be more: `count` is bounded. */
            more: boolean;
        };
        CoverageList: {
            /** @description Acts that need a second person. */
            acts: components["schemas"]["ThinAct"][];
            items: components["schemas"]["ThinStep"][];
        };
        CoverageWarnings: {
            /** @description Acts that need a second person. */
            acts: components["schemas"]["ThinAct"][];
            /** @description Steps of the proposed text. */
            steps: components["schemas"]["ThinStep"][];
        };
        CreditAccount: {
            accounts: components["schemas"]["CreditBalance"][];
            customerRef: string;
        };
        CreditBalance: {
            available: components["schemas"]["Money"];
            currency: string;
            /** @description Newest first. */
            entries: components["schemas"]["CreditEntry"][];
            held: components["schemas"]["Money"];
            id: string;
            /** @description Ref of the legal entity that owes it. */
            legalEntity: string;
        };
        CreditEntry: {
            amount: components["schemas"]["Money"];
            available: components["schemas"]["Money"];
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date
             * @description Last local day on which it can be spent.
             */
            expiresOn: string | null;
            held: components["schemas"]["Money"];
            id: string;
            /** @enum {string} */
            kind: "refund" | "bonus";
            refundId: string | null;
            status: string;
        };
        CreditNote: {
            documentType: string;
            id: string;
            /** Format: date-time */
            issuedAt: string | null;
            /** @description As printed; null while it waits for the invoice as a draft. */
            number: string | null;
            /** @enum {string} */
            status: "draft" | "issued";
            total: components["schemas"]["Money"];
        };
        CreditNoteDocument: {
            /** @description Ref of the customer; no document holds a name. */
            buyerRef: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * @description `counter_note` takes a credit note back over money that returned.
             * @enum {string}
             */
            documentType: "credit_note" | "counter_note";
            /** @description Kept by the seller: it lowers the total. */
            fee: components["schemas"]["NotePart"];
            goodwill: components["schemas"]["NotePart"];
            /** @example cn_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            invoice: components["schemas"]["LoweredInvoice"] | null;
            /** Format: date-time */
            issuedAt: string | null;
            /** @description Ref of the legal entity; together with `documentType` it names the series. */
            legalEntity: string;
            lines: components["schemas"]["NoteLine"][];
            net: components["schemas"]["Money"];
            /** @description As printed; null while it waits for the invoice as a draft. */
            number: string | null;
            refundId: string;
            saleRef: string;
            seller: components["schemas"]["Seller"];
            shipping: components["schemas"]["NotePart"];
            /** @enum {string} */
            status: "draft" | "issued";
            tax: components["schemas"]["Money"];
            /** @description What settled, or came back. */
            total: components["schemas"]["Money"];
        };
        CreditNotePage: {
            items: components["schemas"]["CreditNoteDocument"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        Customer: {
            email: string | null;
            /** @description His personal data was erased: name and addresses are null because of it. */
            isErased: boolean;
            /** @enum {string} */
            locale: "he" | "en";
            name: string | null;
            phone: string | null;
            /** @enum {string|null} */
            protectedGroup: "senior" | "disabled" | "new_immigrant" | null;
            ref: string;
        };
        CustomerAnswer: {
            /** @description His personal data was erased: nothing can be sent to him, and the answer says so by promising no message. */
            isErased: boolean;
            /**
             * @description In which language the customer reads.
             * @enum {string}
             */
            locale: "he" | "en";
            /** @description Several lines: where the refund stands, what is known of dates, and the references for his bank. */
            text: components["schemas"]["BothLanguages"];
        };
        CustomerHistory: {
            /** @description Other refunds of 90 days. */
            count90d: number;
            count365d: number;
            orders365d: number;
            /** @description Refunds for each 10,000 orders of 365 days; null without an order. */
            shareBps: number | null;
            /** @description In the currency of this refund alone. */
            sum90d: components["schemas"]["Money"];
            sum365d: components["schemas"]["Money"];
        };
        Deadline: {
            /** @description Local days, 0 on the last one; null after it. */
            daysLeft: number | null;
            /** Format: date */
            payBy: string;
        };
        DeadlineBody: {
            /**
             * Format: date-time
             * @description Later than now.
             */
            dueAt: string;
            /** @description Why, for the people who read it later. */
            note?: string;
            /** @description The open approval step whose escalation moves. Left out: when the refund stops waiting for approvals or goods. */
            step?: number;
        };
        Deadlines: {
            /**
             * Format: date
             * @description Until when the customer must tell.
             */
            cancelBy: string | null;
            /** Format: date-time */
            cancelEndsAt: string | null;
            /**
             * Format: date
             * @description Until when the money must be back.
             */
            payBy: string | null;
            /**
             * @description Whether the customer has a legal right to cancel.
             * @enum {string}
             */
            right: "none" | "open" | "until";
            /**
             * @description In which time zone these are days: the zone of the sale.
             * @example Asia/Jerusalem
             */
            zone: string;
        };
        DecidedItem: {
            /** @description To look at under `/v1/refunds/{id}/commands`. */
            commandId: string | null;
            /** @description Why it was refused. */
            problem: components["schemas"]["Problem"] | null;
            refundId: string;
            /**
             * @description `pending`: stored, and its command tells what becomes of it.
             * @enum {string}
             */
            state: "done" | "pending" | "refused";
            /** @description The refund's state after it. */
            status: components["schemas"]["RefundStatus"] | null;
            step: number;
        };
        DecidedItems: {
            /** @description In the order of the request. */
            items: components["schemas"]["DecidedItem"][];
        };
        DecidedPage: {
            items: components["schemas"]["DecidedStep"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        DecidedStep: {
            /** Format: date-time */
            decidedAt: string;
            /** @description Whose authority you used, where it was not your own. */
            onBehalfOf: string | null;
            /** @enum {string} */
            outcome: "approve" | "reject";
            payout: components["schemas"]["Money"];
            /** @enum {string} */
            reason: "changed_mind" | "defective" | "not_as_described" | "late" | "not_delivered" | "duplicate_charge" | "billing_error" | "service_cancelled" | "goodwill" | "other";
            refundId: string;
            saleRef: string;
            status: components["schemas"]["RefundStatus"];
            step: number;
        };
        Decision: {
            /** @description Who: a person, or `key:` and the id of an API key. */
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description Who had delegated the authority that was used. */
            onBehalfOf: string | null;
            /** @enum {string} */
            outcome: "approve" | "reject";
            reasonCode: string | null;
            role: string;
        };
        DecisionBody: {
            /** @description With a rejection, which needs it: the text for the customer. */
            note?: string;
            /**
             * @example approve
             * @enum {string}
             */
            outcome: "approve" | "reject";
            /**
             * @description Why; a rejection needs it. One of right_ended, no_right_for_item, claim_not_confirmed, already_refunded, goods_not_returned, outside_policy, used_or_damaged, information_missing, duplicate_request, withdrawn, other, or a code of your own. A refund that the law grants is rejected only for right_ended, no_right_for_item, claim_not_confirmed, already_refunded, goods_not_returned.
             * @example outside_policy
             */
            reasonCode?: string;
            /** @description The `snapshotHash` of the refund as it was read: what is decided is what was seen. */
            snapshotHash: string;
            /**
             * @description Number of the approval step, from 1.
             * @example 1
             */
            step: number;
        };
        Delegation: {
            /** @description Where it is lower than the delegator's own. */
            amountLimit: number | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was ended before its time.
             */
            endedAt: string | null;
            /** Format: date-time */
            endsAt: string;
            /** @description Whose authority it is. */
            from: string;
            /** @example dl_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            madeBy: string;
            /** Format: date-time */
            startsAt: string;
            /** @description Who may use it. */
            to: string;
        };
        DelegationBody: {
            /**
             * Format: int64
             * @description A lower limit than that of the delegator, in minor units. A higher one widens nothing.
             */
            amountLimit?: number;
            /**
             * Format: date-time
             * @description At most 90 days after it starts.
             */
            endsAt: string;
            /** @description Whose authority; left out, your own. Others are delegated for by an administrator. */
            from?: string;
            /**
             * Format: date-time
             * @description Left out: now.
             */
            startsAt?: string;
            /**
             * @description Who decides instead, as he is named as owner of a key.
             * @example noa
             */
            to: string;
        };
        DelegationList: {
            items: components["schemas"]["Delegation"][];
        };
        DeliveryTry: {
            /** Format: date-time */
            at: string;
            /** @enum {string|null} */
            failure: "status" | "redirect" | "timeout" | "connection" | "certificate" | "address_refused" | null;
            /** @description How long it took. */
            milliseconds: number;
            /** @description HTTP status, if the endpoint answered. */
            status: number | null;
        };
        Difference: {
            /** @description Since it was first seen, until it was resolved. */
            ageSeconds: number;
            /** Format: date */
            day: string;
            /** Format: date-time */
            firstSeenAt: string;
            gateway: string;
            gatewayRefundId: string | null;
            id: string;
            /** @enum {string} */
            kind: "missing_at_gateway" | "missing_here" | "second_movement" | "amount_differs" | "status_differs" | "ledger_differs" | "process_missing" | "process_closed" | "event_orphaned";
            /** Format: date-time */
            lastSeenAt: string;
            note: string | null;
            ours: components["schemas"]["Ours"] | null;
            /**
             * @description Whose task it is to end it.
             * @enum {string}
             */
            owner: "finance" | "ops";
            refundId: string | null;
            /** Format: date-time */
            resolvedAt: string | null;
            theirs: components["schemas"]["Theirs"] | null;
            transferId: string | null;
        };
        DifferencePage: {
            items: components["schemas"]["Difference"][];
            next: string | null;
        };
        DiffLine: {
            from: number | null;
            /** @enum {string} */
            kind: "same" | "gone" | "new";
            text: string;
            to: number | null;
        };
        Dispute: {
            amount: components["schemas"]["Money"];
            /** Format: date-time */
            createdAt: string;
            /** @description The gateway’s own id of the dispute. */
            disputeRef: string;
            /** @description By how much refunds and disputes of the payment together exceed what was captured. */
            exceeds: components["schemas"]["Money"];
            gateway: string;
            /** @example dp_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** Format: date-time */
            openedAt: string;
            /** @description The payment’s `ref` in its sale. */
            payment: string;
            reason: string | null;
            /** @description Refunds that pay back to this payment, oldest first. */
            refunds: string[];
            /** @description `gateway:` and its name, or `key:` and the id of an API key. */
            registeredBy: string;
            saleRef: string;
            /**
             * @description `open` and `lost` count against the payment; `won` frees the amount.
             * @enum {string}
             */
            status: "open" | "won" | "lost";
            /**
             * Format: date-time
             * @description When the status was told that holds now.
             */
            statusAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description What the gateway keeps of it now. */
            withdrawn: components["schemas"]["Money"];
        };
        DisputeBody: {
            /**
             * Format: int64
             * @description What is disputed, in minor units.
             */
            amount: number;
            currency: string;
            /** @description The id that the gateway gave the dispute. */
            disputeRef: string;
            /**
             * @description The gateway took the amount from the merchant.
             * @enum {string}
             */
            funds?: "withdrawn";
            /**
             * Format: date-time
             * @description When it was opened; now if it is missing.
             */
            openedAt?: string;
            /** @description The payment’s `ref` in its sale. */
            payment: string;
            /** @description The gateway’s code of why. */
            reason?: string;
            saleRef: string;
        };
        DisputeEvidence: {
            dispute: components["schemas"]["Dispute"];
            /** Format: date-time */
            madeAt: string;
            payment: components["schemas"]["EvidencePayment"];
            refunds: components["schemas"]["EvidenceRefund"][];
            sale: components["schemas"]["EvidenceSale"];
            /** @description What the file shows, in one sentence. */
            summary: string;
        };
        DisputeOutcomeBody: {
            /** @description What you know it by. */
            evidence: string;
            /**
             * @description What the gateway did with the money, where it is known.
             * @enum {string}
             */
            funds?: "withdrawn" | "returned";
            /** @enum {string} */
            outcome: "won" | "lost";
        };
        DisputePage: {
            items: components["schemas"]["Dispute"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        DryRun: {
            /** @description Why it would be refused. */
            code: string | null;
            explanation: components["schemas"]["Explanation"][];
            /** @description What the rules were asked about, by the names that conditions use. */
            facts: {
                [key: string]: string | number | null;
            } | null;
            /** @enum {string} */
            outcome: "decided" | "refused";
            /** @description Where the fault of the request is; empty when it is none of the request. */
            pointer: string;
            quote: components["schemas"]["Quote"] | null;
            /** @description What every rule answered, in the order in which they were asked. */
            trace: components["schemas"]["RuleTrace"][];
        };
        DryRunBody: {
            /**
             * @example original
             * @enum {string}
             */
            destination: "original" | "store_credit";
            /**
             * @description The merchant's own reference of this refund; unique.
             * @example RMA-77
             */
            externalRef?: string;
            /** @description Extra money that belongs to no line. */
            goodwill?: {
                /** Format: int64 */
                amount: number;
            };
            lines: components["schemas"]["RefundRequestLineBody"][];
            /**
             * @description At most 20 names with short texts, no personal data.
             * @example {
             *       "channel": "help-desk"
             *     }
             */
            metadata?: {
                [key: string]: string;
            };
            note?: string;
            /** @description Which payments back the refund, in order; the order of the sale when left out. */
            paymentOrder?: string[];
            /**
             * @example changed_mind
             * @enum {string}
             */
            reason: "changed_mind" | "defective" | "not_as_described" | "late" | "not_delivered" | "duplicate_charge" | "billing_error" | "service_cancelled" | "goodwill" | "other";
            /** @description The person in the merchant's own system; counts as requester: he cannot approve. */
            requestedBy?: string;
            /**
             * @description Who would ask; told by the key and `requestedBy` when left out.
             * @enum {string}
             */
            requester?: "customer" | "staff" | "merchant";
            /**
             * @description `none` = no goods come back.
             * @enum {string}
             */
            returnMethod?: "carrier" | "drop_off" | "none";
            /** @example ORD-1042 */
            saleRef: string;
            /**
             * @description Part of the shipping, or the rest of it.
             * @example rest
             */
            shipping?: {
                /** Format: int64 */
                amount: number;
            } | "rest";
        };
        DueWithOthers: {
            /** @description Who is expected to decide it. */
            assignedTo: string | null;
            /** @description Your reference of the customer. */
            customerRef: string;
            /**
             * Format: date-time
             * @description When it is offered to the next role.
             */
            dueAt: string | null;
            escalatedTo: string | null;
            payout: components["schemas"]["Money"];
            refundId: string;
            role: string;
            saleRef: string;
            step: number;
        };
        DueWithOthersList: {
            items: components["schemas"]["DueWithOthers"][];
            /** @description There may be others. */
            more: boolean;
        };
        /**
         * @description Stable; programs decide by it.
         * @enum {string}
         */
        ErrorCode: "invalid_json" | "invalid_request" | "invalid_field" | "unknown_field" | "body_too_large" | "unsupported_media_type" | "idempotency_key_missing" | "idempotency_key_invalid" | "idempotency_conflict" | "request_in_progress" | "card_number_refused" | "report_invalid" | "unauthenticated" | "bad_signature" | "permission_missing" | "self_approval" | "limit_exceeded" | "rejection_not_legal" | "machines_may_not_decide" | "second_person_needed" | "rate_limited" | "too_many_at_once" | "too_many_streams" | "recent_sign_in_needed" | "sign_in_refused" | "foreign_page" | "not_found" | "sale_not_found" | "refund_not_found" | "command_not_found" | "proposal_not_found" | "credit_account_not_found" | "credit_note_not_found" | "message_not_found" | "reconciliation_not_found" | "webhook_endpoint_not_found" | "webhook_delivery_not_found" | "dispute_not_found" | "breaker_not_found" | "payee_not_found" | "bank_file_not_found" | "staff_not_found" | "api_key_not_found" | "delegation_not_found" | "approver_not_found" | "note_not_found" | "evidence_not_found" | "bank_file_erased" | "nothing_to_export" | "legal_entity_unknown" | "route_not_found" | "sale_unbalanced" | "sale_locked" | "currency_mismatch" | "policy_missing" | "external_ref_taken" | "gateway_unknown" | "gateway_not_configured" | "invalid_quantity" | "invalid_amount" | "unknown_line" | "unknown_payment" | "line_exhausted" | "shipping_exhausted" | "nothing_to_refund" | "over_refund" | "not_eligible" | "destination_not_allowed" | "consent_missing" | "currency_not_supported" | "amount_not_supported" | "partial_refund_not_supported" | "payment_too_old" | "payment_not_captured" | "instalments_not_supported" | "step_not_open" | "snapshot_changed" | "sum_differs" | "too_late" | "invalid_state" | "message_not_resendable" | "resent_too_often" | "dispute_exists" | "proposal_exists" | "proposal_not_open" | "proposal_void" | "movement_taken" | "too_early" | "look_up_failed" | "webhook_url_refused" | "webhook_endpoint_disabled" | "too_many_endpoints" | "policy_invalid" | "policy_version_not_found" | "policy_not_draft" | "policy_changed" | "policy_in_force" | "too_many_drafts" | "back_test_not_found" | "back_test_running" | "unavailable" | "internal";
        Evidence: {
            actor: string;
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            /** @example ef_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * @description What the file is by its first bytes.
             * @enum {string}
             */
            mediaType: "image/jpeg" | "image/png" | "image/webp";
            /** @description The question or comment that it belongs to. */
            noteId: string | null;
        };
        EvidenceEvent: {
            actor: string;
            /** Format: date-time */
            at: string;
            kind: string;
            /** @description In English. */
            text: string;
        };
        EvidenceLine: {
            /** Format: date-time */
            deliveredAt: string | null;
            kind: string;
            quantity: number;
            ref: string;
            /** Format: date-time */
            shippedAt: string | null;
            total: components["schemas"]["Money"];
        };
        EvidenceList: {
            items: components["schemas"]["Evidence"][];
        };
        EvidencePayment: {
            captured: components["schemas"]["Money"];
            /** Format: date-time */
            capturedAt: string | null;
            gateway: string;
            gatewayRef: string;
            ref: string;
            /** @description Paid back to it by refunds that settled. */
            refunded: components["schemas"]["Money"];
        };
        EvidenceRefund: {
            /** Format: date-time */
            completedAt: string | null;
            /** @description Number of the credit note. */
            creditNote: string | null;
            id: string;
            payout: components["schemas"]["Money"];
            reason: string;
            /** Format: date-time */
            requestedAt: string;
            /** @enum {string} */
            status: "requested" | "awaiting_approval" | "awaiting_return" | "processing" | "awaiting_gateway" | "in_doubt" | "needs_review" | "completed" | "rejected" | "expired" | "cancelled" | "failed";
            timeline: components["schemas"]["EvidenceEvent"][];
            transfers: components["schemas"]["EvidenceTransfer"][];
        };
        EvidenceSale: {
            invoice: string | null;
            lines: components["schemas"]["EvidenceLine"][];
            /** Format: date-time */
            placedAt: string;
            saleRef: string;
        };
        EvidenceTransfer: {
            amount: components["schemas"]["Money"];
            gatewayRefundId: string | null;
            no: number;
            /** @description Our reference at the gateway. */
            reference: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            settledAt: string | null;
            /** @enum {string} */
            status: "planned" | "sending" | "pending" | "in_doubt" | "declined" | "settled" | "reversed" | "released";
        };
        Explanation: {
            /** @description How the amount at `pointer` came about, as it was decided; null where nothing was counted. */
            calculation: components["schemas"]["Calculation"] | null;
            en: string;
            he: string;
            /**
             * @description JSON pointer to the amount or verdict of the quote that it decided; '' is the whole, null only tells.
             * @example /lines/0/gross
             */
            pointer: string | null;
            /**
             * @description Id of the rule: the policy's own, or the product's.
             * @example line_units
             */
            rule: string;
            /** @enum {string} */
            source: "arithmetic" | "policy" | "law";
            values: {
                [key: string]: string | number | null;
            };
            /**
             * @description Version of the rules that the rule belongs to: of the arithmetic, the policy or the law pack.
             * @example IL-2026.1
             */
            version: string;
        };
        Failed: {
            /** @description The newest first, 20 at most. */
            items: components["schemas"]["FailedRefund"][];
            more: boolean;
            /**
             * Format: date-time
             * @description Your last sign before this visit; 14 days ago at most.
             */
            since: string;
        };
        FailedRefund: {
            /** Format: date-time */
            at: string;
            payout: components["schemas"]["Money"];
            refundId: string;
            saleRef: string;
        };
        FieldFault: {
            code: components["schemas"]["ErrorCode"];
            detail: string;
            /**
             * @description JSON pointer (RFC 6901) into the body, or the name of a query parameter after a slash.
             * @example /lines/0/quantity
             */
            pointer: string;
        };
        Found: {
            /**
             * @description By what it was found.
             * @enum {string}
             */
            by: "id" | "order" | "external_ref" | "tracking" | "document" | "gateway_reference" | "customer" | "email" | "phone";
            /** @description Public id; of a sale its `saleRef`. */
            id: string;
            /** @enum {string} */
            kind: "refund" | "sale" | "proposal" | "dispute";
            refund: components["schemas"]["FoundRefund"] | null;
        };
        FoundBankFile: {
            file: components["schemas"]["BankFile"];
            items: components["schemas"]["BankFileItem"][];
        };
        FoundList: {
            items: components["schemas"]["Found"][];
        };
        FoundRefund: {
            /** Format: date-time */
            createdAt: string;
            customerRef: string;
            payout: components["schemas"]["Money"];
            saleRef: string;
            status: components["schemas"]["RefundStatus"];
        };
        Gateway: {
            breaker: components["schemas"]["GatewayBreaker"];
            /**
             * @description `paused`: it fails too often and rests; `stopped`: somebody stopped money there.
             * @enum {string}
             */
            health: "ok" | "paused" | "stopped";
            /** @description A kill switch is on here: of the account, of the merchant or of the house. */
            killSwitch: boolean;
            /** @example stripe */
            name: string;
            /** @description Transfers that are due and were not sent yet. */
            waiting: components["schemas"]["Waiting"];
        };
        GatewayBreaker: {
            /** @description How often it was found failing, one after the other. */
            failures: number;
            /**
             * Format: date-time
             * @description When one transfer tries again.
             */
            probeAt: string | null;
            /** Format: date-time */
            since: string | null;
            /**
             * @description `half_open`: one transfer tries whether it works again.
             * @enum {string}
             */
            state: "closed" | "open" | "half_open";
        };
        GatewayList: {
            items: components["schemas"]["Gateway"][];
        };
        Grant: {
            /** Format: date-time */
            grantedAt: string;
            grantedBy: string;
            /** @enum {string} */
            role: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin";
            /**
             * @description `claim`: the identity provider said so at a sign-in.
             * @enum {string}
             */
            source: "admin" | "claim" | "command";
        };
        Hold: {
            /** Format: date-time */
            dueAt: string;
            /** @description The role that has to look. */
            owner: string;
            /** @enum {string} */
            reason: "dispute" | "kill_switch" | "breaker" | "gateway_paused";
            /** Format: date-time */
            since: string;
        };
        Home: {
            /** @description Null for whoever decides nothing. */
            approvals: components["schemas"]["ApprovalCount"] | null;
            /** @description Refunds that ended unpaid since you were here last. */
            failed: components["schemas"]["Failed"] | null;
            /** @description Acts of others that you may confirm. */
            proposals: components["schemas"]["Count"] | null;
            /** @description Refunds that a person has to see to. */
            reviews: components["schemas"]["ReviewCount"] | null;
            /** @description Refunds whose money may or may not have moved. */
            unknown: components["schemas"]["Count"] | null;
            /** @description Refunds that you follow and that changed since then, the newest change first, 20 at most. */
            watched: components["schemas"]["WatchedRefund"][] | null;
        };
        InboxItem: {
            approvers: components["schemas"]["ApproverSlot"][];
            /** @description Who is expected to decide it. */
            assignedTo: string | null;
            /** @description Your reference of the customer. */
            customerRef: string;
            /**
             * Format: date-time
             * @description When it is offered to the next role.
             */
            dueAt: string | null;
            /** @description That is before the day ends in the time zone of the merchant. */
            dueToday: boolean;
            escalatedTo: string | null;
            /** @description How many approvals it still waits for. */
            missing: number;
            /** @description With whose authority you would decide, where it is not your own. */
            onBehalfOf: string | null;
            /** Format: date-time */
            openedAt: string | null;
            /** @description Questions that nobody has answered yet. */
            openQuestions: number;
            /** @description Limits of the policy that it passed when it was asked for. */
            passedLimits: components["schemas"]["PassedLimit"][];
            /**
             * Format: date
             * @description When the money has to be back by law.
             */
            payBy: string | null;
            payout: components["schemas"]["Money"];
            reason: string;
            refundId: string;
            /**
             * Format: date-time
             * @description Until when you have put it aside.
             */
            remindAt: string | null;
            role: string;
            /** @description Rule of the policy that asks for it. */
            rule: string;
            saleRef: string;
            /** @description What a decision names. */
            snapshotHash: string;
            /** @description The customer has a legal right to this refund. */
            statutory: boolean;
            step: number;
        };
        InboxPage: {
            items: components["schemas"]["InboxItem"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
            /**
             * Format: date-time
             * @description When the next of those that you have put aside comes back.
             */
            nextReminderAt: string | null;
        };
        InvoiceBody: {
            /**
             * Format: date-time
             * @example 2026-11-01T10:00:05+02:00
             */
            issuedAt: string;
            /** @example INV-2026-1042 */
            number: string;
        };
        KillSwitch: {
            /** @description Who threw it. */
            by: string | null;
            /** @description Null = whatever gateway. */
            gateway: string | null;
            /**
             * @description `house`: thrown for every merchant by whoever runs the service.
             * @enum {string}
             */
            of: "merchant" | "house";
            /** @description While it is on, nothing new is sent; what is at a gateway already is followed to its end. */
            on: boolean;
            /** @description The open proposal to let money flow again. */
            proposalId: string | null;
            reason: string | null;
            /** Format: date-time */
            since: string | null;
        };
        KillSwitchBody: {
            /** @description Only money through this gateway; left out, all money. */
            gateway?: string;
            /** @description `true` stops new money at once. `false` proposes that it flows again. */
            on: boolean;
            /** @description Why, for the people who read it now and later. */
            reason: string;
        };
        KillSwitchList: {
            items: components["schemas"]["KillSwitch"][];
        };
        LawName: {
            en: string;
            he: string;
        };
        LawPack: {
            /** @description By whom of the merchant, and when; null while nobody confirmed this version. */
            confirmed: components["schemas"]["LawPackConfirmation"] | null;
            /**
             * Format: date
             * @description When this version was written down.
             */
            issuedOn: string;
            /** @description Jurisdictions of sales for which it speaks. */
            jurisdictions: string[];
            name: components["schemas"]["LawName"];
            /**
             * @description The last year whose public holidays are known in all of them.
             * @example 2031
             */
            restDaysUntil: string;
            sources: components["schemas"]["LawSource"][];
            /**
             * @description Stands in `lawVersion` of every refund that it decided.
             * @example IL-2026.1
             */
            version: string;
        };
        LawPackConfirmation: {
            /** Format: date-time */
            at: string;
            by: string;
        };
        LawPackList: {
            items: components["schemas"]["LawPack"][];
        };
        LawSource: {
            /**
             * @description P: read on an official page. S: on a secondary page. U: not verified.
             * @enum {string}
             */
            confidence: "P" | "S" | "U";
            /**
             * @description Date of the cited text, ISO 8601, as exact as it is known.
             * @example 2011-10-25
             */
            dated: string;
            rule: string;
            source: string;
            url: string | null;
        };
        LegalMisses: {
            /** @example ILS */
            currency: string;
            /** @description Refunds with a legal right whose money was due by that day. */
            due: number;
            /** @description Of these, paid after that day or not yet. */
            missed: number;
            /**
             * Format: date
             * @description The last local day on which the money was in time.
             */
            payBy: string;
        };
        LegalMissesReport: {
            items: components["schemas"]["LegalMisses"][];
        };
        Line: {
            gross: components["schemas"]["Money"];
            /** @example l1 */
            ref: string;
            /** @description The tax inside `gross`. */
            tax: components["schemas"]["Money"];
            /** @description 0 when an amount was asked for. */
            units: number;
        };
        Live: {
            /** @enum {string} */
            status: "live";
        };
        LookUp: {
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description `found`, `nothing`, `no_answer`, or `no_look_up`: this gateway cannot be asked. */
            finding: string | null;
            /** @description The transfer's number. */
            transfer: number | null;
        };
        LookUpBody: {
            /** @description Why, for the people who read it later. */
            note?: string;
            /** @description Which transfer the gateway is asked about. */
            transfer: string;
        };
        LoweredInvoice: {
            /** Format: date-time */
            issuedAt: string;
            number: string;
        };
        MaskedPayee: {
            account: string;
            name: string;
        };
        Me: {
            /** @description The highest payout that you may decide, in minor units. */
            amountLimit: number | null;
            /** @description What your page reads from now on is no older: it gives this to `GET /v1/stream` as `after`. */
            changesAfter: string;
            /**
             * Format: date-time
             * @description The session ends then, or after half an hour without a sign.
             */
            expiresAt: string;
            merchant: components["schemas"]["MyMerchant"];
            name: string;
            /** @description Calls of your page that change something send it as `X-Zikui-Token`. */
            pageToken: string;
            /** @description What these roles allow, together. */
            permissions: ("refund.read" | "refund.follow" | "refund.export" | "refund.create" | "refund.cancel" | "refund.decide" | "approval.assign" | "deadline.move" | "delegation.read" | "delegation.make" | "approver.read" | "approver.tell" | "note.read" | "note.write" | "message.resend" | "portal.revoke" | "sale.read" | "review.read" | "review.resolve" | "review.assign" | "proposal.read" | "policy.read" | "policy.write" | "proposal.decide" | "dispute.read" | "dispute.register" | "dispute.state_outcome" | "payee.give" | "payee.read" | "payee.unmask" | "bank_file.read" | "bank_file.make" | "bank_file.state_outcome" | "credit_note.read" | "law.read" | "law.confirm" | "report.read" | "credit.read" | "gateway.read" | "operations.read" | "money.stop" | "breaker.release" | "reconciliation.read" | "reconciliation.start" | "webhook.read" | "webhook.manage" | "staff.read" | "staff.manage" | "api_key.read" | "api_key.manage" | "audit.read")[];
            /** @description The verified mail address by which you are known. */
            person: string;
            roles: ("support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin")[];
            /** Format: date-time */
            signedInAt: string;
            /** @description Whether the sign-in is recent enough for what changes powers, keys or switches. */
            signedInRecently: boolean;
        };
        Message: {
            channel: string;
            id: string;
            /** @example refund_completed */
            kind: string;
            /** Format: date-time */
            sentAt: string | null;
            status: string;
        };
        /** @enum {string} */
        MessageKind: "refund_received" | "refund_approved" | "refund_rejected" | "refund_expired" | "refund_cancelled" | "return_instructions" | "goods_received" | "refund_sent" | "refund_completed" | "refund_delayed" | "refund_returned" | "credit_issued" | "question_asked" | "link_asked";
        /**
         * @description What `subject` and `text` are. `as_sent`: the words that left, which stay whatever becomes of the refund. `as_of_now`: written from the refund as it stands now, because the message was not sent yet or left before words were kept. `erased`, `no_address`: both are null.
         * @enum {string}
         */
        MessageWording: "as_sent" | "as_of_now" | "erased" | "no_address";
        Money: {
            /** @example 14900 */
            amount: number;
            /** @example ILS */
            currency: string;
        };
        MoneyEvidence: {
            /** @description Asked for by people, and by the schedule (`system`), newest first. */
            lookUps: components["schemas"]["LookUp"][];
            transfers: components["schemas"]["TransferEvidence"][];
            /** @description What gateways announced, newest first. */
            webhooks: components["schemas"]["Announced"][];
        };
        MyMerchant: {
            /** @enum {string} */
            mode: "test" | "live";
            name: string;
            slug: string;
            /**
             * @description Where its days and hours are told.
             * @example Asia/Jerusalem
             */
            timeZone: string;
        };
        NewApiKeyBody: {
            /** @description From where it may be used: addresses or networks. */
            addresses?: string[];
            /**
             * Format: int64
             * @description With `refunds:decide`: the highest payout, in minor units.
             */
            amountLimit?: number;
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expiresAt?: string;
            /** @description What it is for. */
            name: string;
            /**
             * Format: email
             * @description The person of the staff who answers for it.
             */
            owner: string;
            /** @description Why, for whoever confirms it and whoever reads it later. */
            reason: string;
            /**
             * @description With `refunds:decide`: as what it decides.
             * @enum {string}
             */
            role?: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin";
            /** @description `refunds:create` and `refunds:decide` never stand on one key. */
            scopes: ("sales:write" | "refunds:create" | "refunds:read" | "refunds:decide" | "returns:write" | "credit:read" | "credit:write" | "exports:read" | "webhooks:manage")[];
        };
        NewStaffBody: {
            /**
             * Format: email
             * @description As the identity provider knows and has verified it; at most 120 characters.
             */
            email: string;
            name: string;
        };
        NewWebhookEndpointBody: {
            /**
             * Format: email
             * @description Who is told by mail when the endpoint answered 410 and was disabled. Kept sealed, never shown.
             */
            contactEmail?: string | null;
            /** @description For the people who keep it. */
            description?: string | null;
            /**
             * @description A public https address on port 443 or 8443, without credentials.
             * @example https://shop.example.com/zikui
             */
            url: string;
        };
        Note: {
            actor: string;
            /**
             * @description Of whom a question asks for more.
             * @enum {string|null}
             */
            askedOf: "requester" | "customer" | null;
            /** Format: date-time */
            createdAt: string;
            /** @example nt_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @enum {string} */
            kind: "comment" | "question" | "answer";
            /** @description The question that this answers. */
            replyTo: string | null;
            /** @description The approval step that it is about. */
            step: number | null;
            /** @description Null once the customer was erased. */
            text: string | null;
        };
        NoteBody: {
            /**
             * @description Makes it a question: an approver asks for more. The step stays open, and every clock runs on.
             * @enum {string}
             */
            askedOf?: "requester" | "customer";
            /** @description The approval step that it is about. */
            step?: number;
            /** @description For people. Kept encrypted under the key of the customer. */
            text: string;
        };
        NoteLine: {
            description: string;
            /** @description With the tax. */
            gross: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            /** @example l1 */
            ref: string;
            tax: components["schemas"]["Money"];
            /** @description 0 when an amount was asked for. */
            units: number;
        };
        NoteList: {
            items: components["schemas"]["Note"][];
        };
        NotePart: {
            /** @description With the tax. */
            gross: components["schemas"]["Money"];
            net: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
        };
        OneDecisionBody: {
            /** @description With a rejection, which needs it: the text for the customer. */
            note?: string;
            /**
             * @example approve
             * @enum {string}
             */
            outcome: "approve" | "reject";
            /**
             * @description Why; a rejection needs it. One of right_ended, no_right_for_item, claim_not_confirmed, already_refunded, goods_not_returned, outside_policy, used_or_damaged, information_missing, duplicate_request, withdrawn, other, or a code of your own. A refund that the law grants is rejected only for right_ended, no_right_for_item, claim_not_confirmed, already_refunded, goods_not_returned.
             * @example outside_policy
             */
            reasonCode?: string;
            refundId: string;
            /** @description The `snapshotHash` of the refund as it was read: what is decided is what was seen. */
            snapshotHash: string;
            /**
             * @description Number of the approval step, from 1.
             * @example 1
             */
            step: number;
        };
        Operations: {
            /** @description What you may do about the switches. */
            allowedActions: ("stop" | "propose_lift")[];
            /** @description What waits to be delivered, and since when. */
            boxes: components["schemas"]["WorkBox"][];
            /** @description Breakers of amounts that are on. */
            breakers: components["schemas"]["Breaker"][];
            /** @description Every account of the merchant. */
            gateways: components["schemas"]["Gateway"][];
            killSwitches: components["schemas"]["KillSwitch"][];
            /** @description Temporal Web, for operators. */
            temporalUrl: string | null;
            /** @description Transfers whose money may or may not have moved. */
            unknown: components["schemas"]["Unknown"];
        };
        OtherCharges: {
            description: string;
            total: components["schemas"]["Money"];
        };
        OtherChargesBody: {
            /** @example Cash rounding */
            description: string;
            /**
             * Format: int64
             * @example -40
             */
            total: number;
        };
        Ours: {
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "planned" | "sending" | "pending" | "in_doubt" | "declined" | "settled" | "reversed" | "released";
        };
        Parcel: {
            carrier: string;
            id: string;
            /** @description The label to print. */
            labelUrl: string;
            status: string;
            trackingCode: string;
        };
        Part: {
            gross: components["schemas"]["Money"];
            /** @description The tax inside `gross`. */
            tax: components["schemas"]["Money"];
        };
        PassedLimit: {
            en: string;
            he: string;
            /**
             * @description Id of the rule: the policy's own, or the product's.
             * @example line_units
             */
            rule: string;
            values: {
                [key: string]: string | number | null;
            };
        };
        Payee: {
            /**
             * @description Masked.
             * @example DE••••3000
             */
            account: string;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Since when the details are erased.
             */
            erasedAt: string | null;
            /** @enum {string} */
            format: "iban" | "israeli";
            /** @example py_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * @description Initials.
             * @example D. L.
             */
            name: string;
            refundId: string;
        };
        PayeeList: {
            items: components["schemas"]["Payee"][];
        };
        Payment: {
            captured: components["schemas"]["Money"];
            /** Format: date-time */
            capturedAt: string | null;
            /** @description Of `captured`: held by disputes. */
            disputed: components["schemas"]["Money"];
            gateway: string;
            gatewayRef: string;
            /** @description Of `captured`: held by refunds. */
            held: components["schemas"]["Money"];
            instalments: number | null;
            ref: string;
        };
        PlannedApproval: {
            machines: boolean;
            rule: string;
            steps: components["schemas"]["PlannedStep"][];
        };
        PlannedReturn: {
            days: number;
            /** @enum {string} */
            mode: "required" | "returnless" | "instant" | "none";
            /** @enum {string} */
            moneyOn: "first_scan" | "delivered" | "received" | "inspected";
        };
        PlannedStep: {
            /** @description Whom the step asks for. */
            approvers: components["schemas"]["ApproverSlot"][];
            /** @description Working hours before the next role may decide it too. */
            hours: number;
            /** @description How many of them have to approve, each another person. */
            needed: number;
            /** @description The role that the step is named after. */
            role: string;
            step: number;
            then: string | null;
        };
        Policy: {
            hash: string;
            name: string;
            version: number;
        };
        PolicyChange: {
            from: string | null;
            /** @example approval.auto.when */
            path: string;
            to: string | null;
        };
        PolicyChangeBody: {
            /** @description `hash` of the draft as it was read: what somebody else saved meanwhile is not lost. */
            basedOn: string;
            /**
             * @description A policy in YAML, whole.
             * @example name: standard
             *     currency: ILS
             */
            text: string;
        };
        PolicyCheck: {
            faults: components["schemas"]["PolicyFault"][];
            /** @description It could be saved. */
            valid: boolean;
            /** @description What deserves a second look. */
            warnings: components["schemas"]["PolicyFault"][];
        };
        PolicyDiff: {
            /** @description Rule by rule, whatever was only moved or commented in the text. */
            changes: components["schemas"]["PolicyChange"][];
            /** @description Null when there was none before. */
            from: components["schemas"]["PolicyVersion"] | null;
            /** @description Line by line. */
            lines: components["schemas"]["DiffLine"][];
            to: components["schemas"]["PolicyVersion"];
        };
        PolicyFault: {
            /** @enum {string} */
            code: "policy_syntax" | "unknown_field" | "duplicate_rule_id" | "cel_syntax" | "cel_unknown_variable" | "cel_type" | "missing_default" | "missing_translation" | "unknown_role" | "unknown_calendar" | "amount_not_integer" | "bps_out_of_range" | "ladder_gap" | "cel_unknown_value" | "overlapping_rules" | "unreachable_rule" | "below_law";
            /** @description From 1. */
            column: number;
            detail: string;
            en: string;
            /** @description What this kind of fault means. */
            he: string;
            /** @description From 1. */
            line: number;
            /** @description The name that was likely meant. */
            suggestion: string | null;
        };
        PolicyText: {
            /** Format: date-time */
            createdAt: string;
            currency: string;
            /** @description Who saved it last; null for one that was set up with the merchant. */
            draftedBy: string | null;
            /** @description SHA-256 of the text. */
            hash: string;
            /** @example pv_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            name: string;
            /** @description Counts the published versions of the currency; null while it is a draft. */
            number: number | null;
            /** @description The open proposal to publish it. */
            proposalId: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description Who confirmed it. */
            publishedBy: string | null;
            /** @description Refunds that are pinned to it. */
            refunds: number;
            /** @description Number of the earlier version whose text it brings back. */
            restores: number | null;
            /** @enum {string} */
            status: "draft" | "published" | "retired";
            /** @description The policy in YAML. */
            text: string;
            /** Format: date-time */
            updatedAt: string;
        };
        PolicyTextBody: {
            /**
             * @description A policy in YAML, whole.
             * @example name: standard
             *     currency: ILS
             */
            text: string;
        };
        PolicyVersion: {
            /** Format: date-time */
            createdAt: string;
            currency: string;
            /** @description Who saved it last; null for one that was set up with the merchant. */
            draftedBy: string | null;
            /** @description SHA-256 of the text. */
            hash: string;
            /** @example pv_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            name: string;
            /** @description Counts the published versions of the currency; null while it is a draft. */
            number: number | null;
            /** @description The open proposal to publish it. */
            proposalId: string | null;
            /** Format: date-time */
            publishedAt: string | null;
            /** @description Who confirmed it. */
            publishedBy: string | null;
            /** @description Number of the earlier version whose text it brings back. */
            restores: number | null;
            /** @enum {string} */
            status: "draft" | "published" | "retired";
            /** Format: date-time */
            updatedAt: string;
        };
        PolicyVersionPage: {
            items: components["schemas"]["PolicyVersion"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        PowerBody: {
            /**
             * Format: int64
             * @description The highest payout that the person may decide, in minor units.
             */
            amountLimit?: number;
            /** @description Why, for whoever confirms it and whoever reads it later. */
            reason: string;
            /**
             * @description A role to hold besides those held already.
             * @enum {string}
             */
            role?: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin";
        };
        PreviewedItem: {
            /**
             * @description In which the customer is written to.
             * @enum {string|null}
             */
            locale: "he" | "en" | null;
            /** @description As it stands now; null where there is no such refund. */
            payout: components["schemas"]["Money"] | null;
            /** @description Why not, as the decision would be refused now. */
            reason: components["schemas"]["WhyNot"] | null;
            refundId: string;
            step: number;
        };
        Problem: {
            /** @description Stable; programs decide by it. */
            code: components["schemas"]["ErrorCode"];
            /** @description A sentence in the caller's language (`Accept-Language`: he, en). */
            detail: string;
            errors: components["schemas"]["FieldFault"][];
            /** @description Finds the call in our log; also in the header `X-Request-Id`. */
            requestId: string;
            status: number;
            title: string;
            /** @description A page that explains the code. */
            type: string;
            /** @description The named values of the sentence. */
            values: {
                [key: string]: string | number | null;
            };
        };
        Proposal: {
            /** @description What this caller may do now. */
            allowedActions: ("confirm" | "reject")[];
            /** Format: date-time */
            createdAt: string;
            decision: components["schemas"]["ProposalDecision"] | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description What the proposer knows it by. */
            evidence: string;
            /**
             * Format: date-time
             * @description It waits that long for a second person.
             */
            expiresAt: string;
            /** @example pp_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @enum {string} */
            kind: "resolution" | "dispute_outcome" | "bank_file_outcome" | "bank_return" | "lift_kill_switch" | "release_breaker" | "publish_policy" | "staff_power" | "api_key_power";
            /** @description What is to be done. Never changes. */
            payload: {
                [key: string]: string | number | null;
            };
            /** @description SHA-256 of what is proposed; a decision names it. */
            payloadHash: string;
            proposedBy: string;
            reason: string | null;
            refundId: string | null;
            /**
             * @description `void`: what it is about has changed since it was proposed.
             * @enum {string}
             */
            status: "open" | "confirmed" | "rejected" | "void" | "expired";
            transferId: string | null;
        };
        ProposalDecision: {
            /** @description Who: a person, or `key:` and the id of an API key. */
            actor: string;
            /** Format: date-time */
            at: string;
            note: string | null;
            /** @enum {string} */
            outcome: "confirm" | "reject";
            role: string;
        };
        ProposalDecisionBody: {
            /** @description For the people who read it later. */
            note?: string;
            /**
             * @example confirm
             * @enum {string}
             */
            outcome: "confirm" | "reject";
            /** @description The `payloadHash` of the proposal as it was read: what is decided is what was seen. */
            payloadHash: string;
        };
        ProposalPage: {
            items: components["schemas"]["Proposal"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        PublicationBody: {
            /** @description Why, for the one who confirms it and for whoever reads it later. */
            reason: string;
        };
        Quote: {
            approval: components["schemas"]["PlannedApproval"];
            currency: string;
            deadlines: components["schemas"]["Deadlines"];
            /** @enum {string} */
            destination: "original" | "store_credit";
            explanation: components["schemas"]["Explanation"][];
            fee: components["schemas"]["Money"];
            goodwill: components["schemas"]["Money"];
            lawVersion: string;
            lines: components["schemas"]["Line"][];
            payout: components["schemas"]["Money"];
            policy: components["schemas"]["Policy"];
            return: components["schemas"]["PlannedReturn"];
            saleRef: string;
            shipping: components["schemas"]["Part"];
            snapshotHash: string;
            statutory: boolean;
            transfers: components["schemas"]["QuotedTransfer"][];
        };
        QuotedTransfer: {
            amount: components["schemas"]["Money"];
            /** @description `store_credit` for the transfer to store credit. */
            paymentRef: string;
        };
        Ready: {
            /** @enum {string} */
            database: "up" | "down" | "not_migrated";
            /** @enum {string} */
            status: "ready" | "degraded" | "not_ready";
            stopping: boolean;
            /** @enum {string} */
            temporal: "up" | "down";
        };
        Received: {
            /** @description Stored; what it means is carried out afterwards. */
            received: boolean;
        };
        Reconciliation: {
            /** Format: date-time */
            createdAt: string;
            /** @description Open differences that this comparison saw last. */
            differences: number;
            /** Format: date-time */
            endedAt: string | null;
            /** @description Why it could not be finished. */
            failure: string | null;
            /** Format: date */
            fromDay: string;
            gateway: string;
            id: string;
            /** @enum {string} */
            source: "gateway" | "report";
            /** @enum {string} */
            status: "requested" | "running" | "done" | "failed";
            /** Format: date */
            toDay: string;
            /** @description Per currency. In agreement all three are equal. */
            totals: components["schemas"]["Total"][];
        };
        ReconciliationBody: {
            /**
             * Format: date
             * @description A local day of the merchant.
             */
            day: string;
            /** @description One of the merchant’s accounts: `stripe`. */
            gateway: string;
        };
        ReconciliationPage: {
            items: components["schemas"]["Reconciliation"][];
            next: string | null;
        };
        Refund: {
            /** @description What this caller may do now; `GET /v1/reviews` says how a refund may be resolved. */
            allowedActions: ("decide" | "cancel" | "resolve")[];
            approval: components["schemas"]["Approval"];
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            creditNotes: components["schemas"]["CreditNote"][];
            customerRef: string;
            deadlines: components["schemas"]["RefundDeadlines"];
            /** @enum {string} */
            destination: "original" | "store_credit";
            /** @description Every rule that spoke, in order. */
            explanation: components["schemas"]["Explanation"][];
            externalRef: string | null;
            fee: components["schemas"]["Money"];
            goodwill: components["schemas"]["Money"];
            /** @example rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            lawVersion: string;
            lines: components["schemas"]["Line"][];
            /** @description What the customer was told. */
            messages: components["schemas"]["Message"][];
            metadata: {
                [key: string]: string | number | null;
            };
            /** @enum {string} */
            mode: "test" | "live";
            /**
             * @description `external`: made at the gateway itself, and only recorded here.
             * @enum {string}
             */
            origin: "request" | "external";
            /** @description Lines + shipping + goodwill - fee. */
            payout: components["schemas"]["Money"];
            policy: components["schemas"]["Policy"];
            /** @enum {string} */
            reason: "changed_mind" | "defective" | "not_as_described" | "late" | "not_delivered" | "duplicate_charge" | "billing_error" | "service_cancelled" | "goodwill" | "other";
            requestedBy: string | null;
            /** @enum {string} */
            requester: "customer" | "staff" | "merchant";
            return: components["schemas"]["Return"] | null;
            /** @description What a person has to look at, while `needs_review`. */
            reviewReason: string | null;
            saleRef: string;
            shipping: components["schemas"]["Part"];
            /** @description What of the payout was never paid, because two people closed it short. */
            short: components["schemas"]["Money"];
            /** @description SHA-256 of what is decided; a decision names it. */
            snapshotHash: string;
            status: components["schemas"]["RefundStatus"];
            /** @description The customer has a legal right to this refund. */
            statutory: boolean;
            /** @description The process in Temporal Web, for operators. */
            temporalUrl: string | null;
            transfers: components["schemas"]["Transfer"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Some transfer of it came back once. */
            wasReversed: boolean;
        };
        RefundAction: {
            /** @enum {string} */
            action: "approve" | "reject" | "assign" | "cancel" | "comment" | "resolve";
            /** @description Whether you may do it now. */
            allowed: boolean;
            /** @description Why not, as a call would be refused now. */
            reason: components["schemas"]["WhyNot"] | null;
        };
        RefundCount: {
            /** @description Never above 10,000. */
            count: number;
            /** @description There are more than `count`. */
            more: boolean;
            /** @description What they pay, one sum for each currency; null with `more`. */
            payouts: components["schemas"]["Money"][] | null;
        };
        RefundDeadlines: {
            /**
             * Format: date
             * @description Until when the customer must tell.
             */
            cancelBy: string | null;
            /** Format: date-time */
            cancelEndsAt: string | null;
            /**
             * Format: date-time
             * @description The next limit that ends what the refund waits for.
             */
            dueAt: string | null;
            /**
             * Format: date
             * @description Until when the money must be back.
             */
            payBy: string | null;
            /** @description The legal date to pay by passed before the money was back; stays so. */
            payMissed: boolean;
            /**
             * @description Whether the customer has a legal right to cancel.
             * @enum {string}
             */
            right: "none" | "open" | "until";
            /**
             * @description In which time zone these are days: the zone of the sale.
             * @example Asia/Jerusalem
             */
            zone: string;
        };
        RefundDetail: {
            /** @description What you may do about it now, and why not; null for a key. */
            actions: components["schemas"]["RefundAction"][] | null;
            /** @description What this caller may do now; `GET /v1/reviews` says how a refund may be resolved. */
            allowedActions: ("decide" | "cancel" | "resolve")[];
            approval: components["schemas"]["Approval"];
            /** Format: date-time */
            completedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            creditNotes: components["schemas"]["CreditNote"][];
            customerRef: string;
            deadlines: components["schemas"]["RefundDeadlines"];
            /** @enum {string} */
            destination: "original" | "store_credit";
            /** @description Every rule that spoke, in order. */
            explanation: components["schemas"]["Explanation"][];
            externalRef: string | null;
            fee: components["schemas"]["Money"];
            goodwill: components["schemas"]["Money"];
            /** @example rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            lawVersion: string;
            lines: components["schemas"]["Line"][];
            /** @description What the customer was told. */
            messages: components["schemas"]["Message"][];
            metadata: {
                [key: string]: string | number | null;
            };
            /** @enum {string} */
            mode: "test" | "live";
            /**
             * @description `external`: made at the gateway itself, and only recorded here.
             * @enum {string}
             */
            origin: "request" | "external";
            /** @description Lines + shipping + goodwill - fee. */
            payout: components["schemas"]["Money"];
            policy: components["schemas"]["Policy"];
            /** @enum {string} */
            reason: "changed_mind" | "defective" | "not_as_described" | "late" | "not_delivered" | "duplicate_charge" | "billing_error" | "service_cancelled" | "goodwill" | "other";
            requestedBy: string | null;
            /** @enum {string} */
            requester: "customer" | "staff" | "merchant";
            return: components["schemas"]["Return"] | null;
            /** @description What a person has to look at, while `needs_review`. */
            reviewReason: string | null;
            saleRef: string;
            shipping: components["schemas"]["Part"];
            /** @description What of the payout was never paid, because two people closed it short. */
            short: components["schemas"]["Money"];
            /** @description SHA-256 of what is decided; a decision names it. */
            snapshotHash: string;
            status: components["schemas"]["RefundStatus"];
            /** @description Where it stands, in a sentence. */
            statusText: components["schemas"]["BothLanguages"];
            /** @description The customer has a legal right to this refund. */
            statutory: boolean;
            /** @description The process in Temporal Web, for operators. */
            temporalUrl: string | null;
            transfers: components["schemas"]["Transfer"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Some transfer of it came back once. */
            wasReversed: boolean;
            /** @description Whether you follow it; null for a key. */
            watched: boolean | null;
        };
        RefundDraft: {
            /**
             * Format: date-time
             * @description It is gone then, unless it is kept again.
             */
            expiresAt: string;
            form: string;
            id: string;
            /** Format: date-time */
            updatedAt: string;
        };
        RefundDraftBody: {
            /** @description The form as its page writes it; nobody else reads it. */
            form: string;
        };
        RefundPage: {
            items: components["schemas"]["Refund"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        RefundRequestBody: {
            /**
             * @example original
             * @enum {string}
             */
            destination: "original" | "store_credit";
            /**
             * @description The merchant's own reference of this refund; unique.
             * @example RMA-77
             */
            externalRef?: string;
            /** @description Extra money that belongs to no line. */
            goodwill?: {
                /** Format: int64 */
                amount: number;
            };
            lines: components["schemas"]["RefundRequestLineBody"][];
            /**
             * @description At most 20 names with short texts, no personal data.
             * @example {
             *       "channel": "help-desk"
             *     }
             */
            metadata?: {
                [key: string]: string;
            };
            note?: string;
            /** @description Which payments back the refund, in order; the order of the sale when left out. */
            paymentOrder?: string[];
            /**
             * @example changed_mind
             * @enum {string}
             */
            reason: "changed_mind" | "defective" | "not_as_described" | "late" | "not_delivered" | "duplicate_charge" | "billing_error" | "service_cancelled" | "goodwill" | "other";
            /** @description The person in the merchant's own system; counts as requester: he cannot approve. */
            requestedBy?: string;
            /**
             * @description `none` = no goods come back.
             * @enum {string}
             */
            returnMethod?: "carrier" | "drop_off" | "none";
            /** @example ORD-1042 */
            saleRef: string;
            /**
             * @description Part of the shipping, or the rest of it.
             * @example rest
             */
            shipping?: {
                /** Format: int64 */
                amount: number;
            } | "rest";
        };
        RefundRequestLineBody: {
            /** Format: int64 */
            amount?: number;
            /**
             * Format: int64
             * @example 1
             */
            quantity?: number;
            /**
             * @description The line's ref in the sale.
             * @example l1
             */
            ref: string;
        };
        /** @enum {string} */
        RefundStatus: "requested" | "awaiting_approval" | "awaiting_return" | "processing" | "awaiting_gateway" | "in_doubt" | "needs_review" | "completed" | "rejected" | "expired" | "cancelled" | "failed";
        RejectionReason: {
            /** @enum {string} */
            code: "right_ended" | "no_right_for_item" | "claim_not_confirmed" | "already_refunded" | "goods_not_returned" | "outside_policy" | "used_or_damaged" | "information_missing" | "duplicate_request" | "withdrawn" | "other";
            en: string;
            /** @description What the customer reads. */
            he: string;
            /** @description A ground of the law: only such a one rejects a statutory refund. */
            legal: boolean;
        };
        ReminderBody: {
            /**
             * Format: date-time
             * @description No later than the step is due.
             */
            at: string;
        };
        ReminderChoice: {
            /** Format: date-time */
            at: string;
            /**
             * @description `morning`: at nine on the next day of the merchant. `before_deadline`: an hour before the step is due.
             * @enum {string}
             */
            code: "hour" | "morning" | "before_deadline";
        };
        ReplayedRefund: {
            /** @description A rule could not be evaluated. */
            erred: boolean;
            /** @description Minor units. */
            fee: number;
            /** @description Silence would last beyond the legal date. */
            late: boolean;
            /** @enum {string} */
            outcome: "auto" | "approval" | "refused";
            /** @description Minor units, after the fee. */
            payout: number;
            returnMode: string;
            /** @description That refuses, or that of the ladder. */
            rule: string;
            steps: number;
        };
        ResolutionBody: {
            /**
             * @description What states a fact about money, or ends what is owed (`mark_settled`, `mark_declined`, `close_short`, `fail`, `accept_surplus`), is proposed; a second person confirms it.
             * @example retry
             * @enum {string}
             */
            action: "retry" | "mark_settled" | "mark_declined" | "change_destination" | "close_short" | "await_goods" | "ask_approval" | "fail" | "accept_surplus";
            /** @description With `store_credit`: the customer agreed to credit instead of money; `evidence` says how. Anything but true is refused. */
            customerAgrees?: boolean;
            /**
             * @description With `change_destination`: where the money goes instead. The approval ladder is asked again.
             * @enum {string}
             */
            destination?: "store_credit" | "manual";
            /** @description What you know it by: statement line, call with the gateway, screenshot kept where. */
            evidence: string;
            /** @description With `mark_settled`: the movement's id at the gateway. */
            gatewayRefundId?: string;
            /**
             * Format: int64
             * @description With `mark_settled`: what moved, where it is less than the transfer. The rest is planned anew.
             */
            moved?: number;
            /** @description With `manual`: whom to pay, as given at `/payees`. */
            payee?: string;
            /** @description Why it ends so. */
            reason?: string;
            /** @description Which transfer; left out where the act is about the refund. */
            transfer?: string;
        };
        Return: {
            /** Format: date-time */
            dueAt: string | null;
            id: string;
            items: components["schemas"]["ReturnItem"][];
            /** @enum {string} */
            mode: "required" | "returnless" | "instant" | "none";
            /**
             * @description What lets the money go.
             * @enum {string}
             */
            moneyOn: "first_scan" | "delivered" | "received" | "inspected";
            parcels: components["schemas"]["Parcel"][];
            status: string;
        };
        ReturnItem: {
            ref: string;
            status: string;
            units: number;
        };
        Review: {
            ageSeconds: number;
            /** @description Exactly what may be done about the refund as a whole now. */
            allowedActions: ("look_up" | "retry" | "mark_settled" | "mark_declined" | "change_destination" | "close_short" | "await_goods" | "ask_approval" | "fail" | "accept_surplus")[];
            /** @description Who is expected to see to it. */
            assignedTo: string | null;
            /** @description By what the balance at the gateway has to be filled, where transfers wait for that. */
            fundingNeeded: components["schemas"]["Money"] | null;
            /** @description Asked for by people, and by the schedule (`system`), newest first. */
            lookUps: components["schemas"]["LookUp"][];
            /** @description Acts that wait for a second person. */
            openProposals: string[];
            /**
             * @description Whose queue it is in.
             * @enum {string}
             */
            owner: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin";
            /**
             * Format: date
             * @description By when the customer must have the money, if a law says so.
             */
            payBy: string | null;
            /** @description In which time zone that is a day: the zone of the sale. */
            payByZone: string;
            payout: components["schemas"]["Money"];
            /** @example rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            refundId: string;
            /** @description What a person has to look at. */
            reviewReason: string | null;
            saleRef: string;
            /**
             * Format: date-time
             * @description Since when it stands there.
             */
            since: string;
            status: components["schemas"]["RefundStatus"];
            /** @description What the customer has beside what was owed, because money that had come back moved after all. */
            surplus: components["schemas"]["Money"] | null;
            transfers: components["schemas"]["ReviewTransfer"][];
            /** @description What gateways announced, newest first. */
            webhooks: components["schemas"]["Announced"][];
        };
        ReviewAssignmentBody: {
            /** @description Who is expected to see to it; null or left out, nobody in particular. */
            to?: string | null;
        };
        ReviewCount: {
            count: number;
            /** @description Handed to you. */
            mine: number;
            /** @description There may be more: `count` is bounded. */
            more: boolean;
        };
        ReviewPage: {
            items: components["schemas"]["Review"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        ReviewTransfer: {
            /** @description Exactly what may be done about it now. */
            allowedActions: ("look_up" | "retry" | "mark_settled" | "mark_declined" | "change_destination" | "close_short" | "await_goods" | "ask_approval" | "fail" | "accept_surplus")[];
            amount: components["schemas"]["Money"];
            attempts: components["schemas"]["Attempt"][];
            declineReason: string | null;
            gateway: string;
            /** @example tr_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * Format: date-time
             * @description When the gateway is asked next by itself. Null where nothing is open, and where waiting is over, so that a person decides.
             */
            nextLookUpAt: string | null;
            no: number;
            /**
             * @description Why a pending one waits.
             * @enum {string|null}
             */
            pendingReason: "processing" | "insufficient_funds" | "charge_pending" | "customer_action" | null;
            /**
             * Format: date-time
             * @description Until when it may be sent again under its key and surely move the money once: so long its gateway keeps the key. Null where nothing is open, or the gateway keeps no keys.
             */
            sameKeyUntil: string | null;
            /** @enum {string} */
            status: "planned" | "sending" | "pending" | "in_doubt" | "declined" | "settled" | "reversed" | "released";
        };
        Role: {
            /** @description Two persons give it. */
            needsTwo: boolean;
            permissions: ("refund.read" | "refund.follow" | "refund.export" | "refund.create" | "refund.cancel" | "refund.decide" | "approval.assign" | "deadline.move" | "delegation.read" | "delegation.make" | "approver.read" | "approver.tell" | "note.read" | "note.write" | "message.resend" | "portal.revoke" | "sale.read" | "review.read" | "review.resolve" | "review.assign" | "proposal.read" | "policy.read" | "policy.write" | "proposal.decide" | "dispute.read" | "dispute.register" | "dispute.state_outcome" | "payee.give" | "payee.read" | "payee.unmask" | "bank_file.read" | "bank_file.make" | "bank_file.state_outcome" | "credit_note.read" | "law.read" | "law.confirm" | "report.read" | "credit.read" | "gateway.read" | "operations.read" | "money.stop" | "breaker.release" | "reconciliation.read" | "reconciliation.start" | "webhook.read" | "webhook.manage" | "staff.read" | "staff.manage" | "api_key.read" | "api_key.manage" | "audit.read")[];
            /** @enum {string} */
            role: "support" | "lead" | "manager" | "cfo" | "finance" | "policy_owner" | "warehouse" | "ops" | "auditor" | "admin";
        };
        RoleList: {
            items: components["schemas"]["Role"][];
        };
        RotationBody: {
            /** @description How long the old key works on; 24 hours if left out. */
            overlapHours?: number;
            /** @description Why, for whoever confirms it and whoever reads it later. */
            reason: string;
        };
        RoutePayment: {
            captured: components["schemas"]["Money"];
            disputed: components["schemas"]["Money"];
            gateway: string;
            /** @description Given back or reserved, by this refund too. */
            held: components["schemas"]["Money"];
            ref: string;
        };
        RuleTrace: {
            /** @description Why it could not be evaluated. */
            error: string | null;
            /** @enum {string} */
            list: "eligibility" | "return" | "fee" | "approval";
            /** @enum {string} */
            outcome: "matched" | "passed" | "policy_error";
            rule: string;
        };
        Sale: {
            /** @enum {string} */
            channel: "online" | "phone" | "store" | "doorstep" | "subscription";
            commission: components["schemas"]["Commission"] | null;
            /** Format: date-time */
            createdAt: string;
            currency: string;
            customer: components["schemas"]["Customer"];
            /** Format: date-time */
            disclosedAt: string | null;
            /**
             * Format: date-time
             * @description Since when the sale is frozen.
             */
            firstRefundAt: string | null;
            hadConversation: boolean;
            invoice: components["schemas"]["InvoiceBody"] | null;
            jurisdiction: string;
            legalEntity: string | null;
            lines: components["schemas"]["SaleLine"][];
            /** @enum {string} */
            mode: "test" | "live";
            otherCharges: components["schemas"]["OtherCharges"] | null;
            payments: components["schemas"]["Payment"][];
            /** Format: date-time */
            placedAt: string;
            saleRef: string;
            shipping: components["schemas"]["Total"];
            timeZone: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SaleBody: {
            /**
             * @example online
             * @enum {string}
             */
            channel: "online" | "phone" | "store" | "doorstep" | "subscription";
            commission?: components["schemas"]["CommissionBody"] | null;
            /** @example ILS */
            currency: string;
            customer: components["schemas"]["SaleCustomerBody"];
            /**
             * Format: date-time
             * @description When the details document (IL) or withdrawal notice (EU) was received; `placedAt` when left out, null = never.
             */
            disclosedAt?: string | null;
            /**
             * @description Whether the customer was talked to before the sale: it widens the rights of protected groups.
             * @example false
             */
            hadConversation: boolean;
            /** @description The credit note of a refund refers to it. */
            invoice?: components["schemas"]["InvoiceBody"] | null;
            /**
             * @description Whose consumer law applies: `IL`, `EU-` and a member state's code, or `other`.
             * @example IL
             */
            jurisdiction: string;
            /** @description Which legal entity sold; the first one of the merchant when left out. */
            legalEntity?: string | null;
            lines: components["schemas"]["SaleLineBody"][];
            otherCharges?: components["schemas"]["OtherChargesBody"] | null;
            payments: components["schemas"]["SalePaymentBody"][];
            /**
             * Format: date-time
             * @example 2026-11-01T10:00:00+02:00
             */
            placedAt: string;
            shipping: components["schemas"]["SaleShippingBody"];
            /**
             * @description The consumer's time zone: deadlines are local dates.
             * @example Asia/Jerusalem
             */
            timeZone: string;
        };
        SaleCustomerBody: {
            /**
             * Format: email
             * @example noa@example.com
             */
            email?: string | null;
            /**
             * @description The language of messages.
             * @example he
             * @enum {string}
             */
            locale: "he" | "en";
            /** @example נועה לוי */
            name?: string | null;
            /** @example +972501234567 */
            phone?: string | null;
            /** @enum {string|null} */
            protectedGroup?: "senior" | "disabled" | "new_immigrant" | null;
            /** @example c-1042 */
            ref: string;
        };
        SaleLine: {
            category: string;
            /** Format: date-time */
            deliveredAt: string | null;
            description: string;
            /** @enum {string} */
            kind: "goods" | "digital" | "service" | "subscription" | "donation";
            /** Format: date-time */
            periodEnd: string | null;
            /** Format: date-time */
            periodStart: string | null;
            quantity: number;
            ref: string;
            /** Format: date-time */
            serviceAt: string | null;
            /** Format: date-time */
            shippedAt: string | null;
            sku: string;
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        SaleLineBody: {
            /**
             * @description What law and policy rules ask for.
             * @example kitchen
             */
            category: string;
            /**
             * Format: date-time
             * @example 2026-11-04T16:20:00+02:00
             */
            deliveredAt?: string | null;
            /** @example קומקום חשמלי 1.7 ליטר */
            description: string;
            /**
             * @example goods
             * @enum {string}
             */
            kind: "goods" | "digital" | "service" | "subscription" | "donation";
            /** Format: date-time */
            periodEnd?: string | null;
            /**
             * Format: date-time
             * @description First day of a subscription period.
             */
            periodStart?: string | null;
            /**
             * Format: int64
             * @description Units bought.
             * @example 1
             */
            quantity: number;
            /**
             * @description Unique in the sale.
             * @example l1
             */
            ref: string;
            /**
             * Format: date-time
             * @description When a booked service takes place.
             */
            serviceAt?: string | null;
            /** Format: date-time */
            shippedAt?: string | null;
            /** @example KETTLE-17 */
            sku: string;
            /**
             * Format: int64
             * @description The tax inside `total`.
             * @example 2273
             */
            tax: number;
            /**
             * Format: int64
             * @description Paid for all units, discounts off, tax in.
             * @example 14900
             */
            total: number;
        };
        SalePaymentBody: {
            /**
             * Format: int64
             * @example 17900
             */
            captured: number;
            /**
             * Format: date-time
             * @example 2026-11-01T10:00:03+02:00
             */
            capturedAt?: string | null;
            /**
             * @description Name of the gateway.
             * @example stripe
             */
            gateway: string;
            /**
             * @description The gateway's own reference of the payment.
             * @example pi_3QK0a1
             */
            gatewayRef: string;
            /** @description Monthly charges of one card payment. */
            instalments?: number | null;
            /** @description True while it is only authorised: a refund then cancels the authorisation, the whole of it, where the gateway can. */
            onlyAuthorized?: boolean;
            /**
             * @description Unique in the sale.
             * @example pay-1
             */
            ref: string;
        };
        SaleShippingBody: {
            /**
             * Format: int64
             * @example 458
             */
            tax: number;
            /**
             * Format: int64
             * @example 3000
             */
            total: number;
        };
        SavedView: {
            /** Format: date-time */
            createdAt: string;
            /** @example sv_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            name: string;
            /** @enum {string} */
            page: "refunds" | "approvals" | "reviews";
            query: string;
        };
        SavedViewBody: {
            name: string;
            /** @enum {string} */
            page: "refunds" | "approvals" | "reviews";
            /**
             * @description What stands behind the `?` of the address.
             * @example status=in_doubt
             */
            query: string;
        };
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
        };
        SavedViewNameBody: {
            name: string;
        };
        SecretRotationBody: {
            /** @description For how long the secret before signs too; 24 if left out. */
            overlapHours?: number;
        };
        Seller: {
            address: string;
            name: string;
            registrationNumber: string;
        };
        SentMessage: {
            channel: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Why it could not be sent: a short code. */
            failure: string | null;
            /** @example ms_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            kind: components["schemas"]["MessageKind"];
            /** @enum {string} */
            locale: "he" | "en";
            /** @description Whether it may be sent once more now. */
            mayResend: boolean;
            /** @description The message that it says once more, because somebody asked for that. */
            resendOf: string | null;
            /** Format: date-time */
            sentAt: string | null;
            /**
             * @description `suppressed`: there was no address, or a newer state made it untrue.
             * @enum {string}
             */
            status: "queued" | "sending" | "sent" | "delivered" | "bounced" | "failed" | "suppressed";
            subject: string | null;
            /** @description Without the link to the customer’s page, which is kept nowhere. */
            text: string | null;
            /**
             * @description Masked: where it was sent, or would be sent now. Null where nobody can be reached.
             * @example d••••@example.com
             */
            to: string | null;
            /** @description What `subject` and `text` are. `as_sent`: the words that left, which stay whatever becomes of the refund. `as_of_now`: written from the refund as it stands now, because the message was not sent yet or left before words were kept. `erased`, `no_address`: both are null. */
            wording: components["schemas"]["MessageWording"];
        };
        SentMessagePage: {
            items: components["schemas"]["SentMessage"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        Staff: {
            /** @description The highest payout that he may decide, in minor units; null: none. */
            amountLimit: number | null;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: date-time
             * @description Since when he is off the staff.
             */
            disabledAt: string | null;
            /** @example su_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** Format: date-time */
            lastSignInAt: string | null;
            name: string;
            /** @description His verified mail address: by it he is one person in all that he does and owns. */
            person: string;
            roles: components["schemas"]["Grant"][];
        };
        StaffPage: {
            items: components["schemas"]["Staff"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        StatedSumBody: {
            /** Format: int64 */
            amount: number;
            currency: string;
        };
        Statement: {
            /** @description Code of the error catalogue. */
            refusal: string | null;
            /** @enum {string} */
            state: "pending" | "done" | "refused";
        };
        StatusEvent: {
            /** Format: date-time */
            at: string;
            /** @description The legal date; null for a change of status. */
            deadline: components["schemas"]["Deadline"] | null;
            externalRef: string | null;
            from: components["schemas"]["RefundStatus"] | null;
            /** @description Give it as `after` to go on behind this event. */
            id: string;
            /** @enum {string} */
            mode: "test" | "live";
            refundId: string;
            saleRef: string;
            /** @description Counts the news of one refund from 1. */
            sequence: number;
            to: components["schemas"]["RefundStatus"];
            /**
             * @description `refund.pay_by_near`: the money is not back, and its legal date is five, two or one day ahead. `refund.pay_by_missed`: that date passed.
             * @enum {string}
             */
            type: "refund.status_changed" | "refund.pay_by_near" | "refund.pay_by_missed";
        };
        StatusEventPage: {
            items: components["schemas"]["StatusEvent"][];
            /** @description Where to go on, also when nothing is new. */
            next: string | null;
        };
        Step: {
            /** @description Whom the step asks for. */
            approvers: components["schemas"]["ApproverSlot"][];
            /** @description Who is expected to decide; others who may still can. */
            assignedTo: string | null;
            /** @description The last of them. */
            decision: components["schemas"]["Decision"] | null;
            /** @description In the order in which they were made. */
            decisions: components["schemas"]["Decision"][];
            /**
             * Format: date-time
             * @description When the next role may decide it too.
             */
            dueAt: string | null;
            /** @description The role that may decide too, since the step was silent for too long or nobody of those asked for could. */
            escalatedTo: string | null;
            /** @description How many of them have to approve, each another person. */
            needed: number;
            /** Format: date-time */
            openedAt: string | null;
            /**
             * @description The role that the step is named after.
             * @example lead
             */
            role: string;
            /** @enum {string} */
            status: "waiting" | "open" | "approved" | "rejected" | "expired" | "superseded";
            /** @description From 1. */
            step: number;
        };
        StepEvidence: {
            /** @description What you may do now, and why not. */
            actions: components["schemas"]["RefundAction"][];
            /** @description Every line of the sale. */
            bought: components["schemas"]["BoughtLine"][];
            evidence: components["schemas"]["Evidence"][];
            history: components["schemas"]["CustomerHistory"];
            /** @description What people said, oldest first. */
            notes: components["schemas"]["Note"][];
            /** @description Who else could decide this step now. */
            others: string[];
            /** @description Every payment of the sale. */
            payments: components["schemas"]["RoutePayment"][];
            /** @description Amount, arithmetic, deadlines, all steps, `snapshotHash`. */
            refund: components["schemas"]["Refund"];
            rejectionReasons: components["schemas"]["RejectionReason"][];
            step: components["schemas"]["Step"];
            /** @description Why somebody is asked: the rules that spoke about approvals. */
            why: components["schemas"]["Explanation"][];
            /** @description Of the customer, or of whoever asked for him; null when there are none. */
            words: string | null;
        };
        StepReminder: {
            /** @description What may be chosen now; any other time up to `latest` may, too. */
            choices: components["schemas"]["ReminderChoice"][];
            /**
             * Format: date-time
             * @description When the step is due; a reminder never moves that.
             */
            latest: string | null;
            /**
             * Format: date-time
             * @description Until then the step is out of my inbox; null when it is in it.
             */
            remindAt: string | null;
        };
        Term: {
            /** @description Signed: a limit or what was taken before is negative. */
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            name: "lines" | "shipping" | "goodwill" | "fee" | "total" | "taken_before" | "asked" | "units_up_to" | "units_before" | "tax_up_to" | "tax_before" | "tax_limit" | "share" | "policy_max" | "gross_limit" | "law_cap" | "payout" | "other_transfers";
        };
        Theirs: {
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "settled" | "pending" | "declined" | "unknown";
        };
        ThinAct: {
            /** @enum {string} */
            act: "resolution" | "dispute_outcome" | "bank_file_outcome" | "bank_return" | "lift_kill_switch" | "release_breaker" | "publish_policy" | "staff_power" | "api_key_power";
            /** @description Who can confirm what another one proposed. */
            confirmers: string[];
            /** @description Who can propose it. */
            proposers: string[];
            /**
             * @description `nobody`: no two persons can do it. `nobody_else`: not while one of them is away or has a part in it.
             * @enum {string}
             */
            verdict: "nobody" | "nobody_else";
        };
        ThinStep: {
            /**
             * @description Whom the step asks for.
             * @example lead / finance
             */
            asks: string;
            currency: string;
            /** @description How many of them have to approve. */
            needed: number;
            /** @description Who can decide it, also once it was offered to the next role. */
            persons: string[];
            policy: string;
            /** @description The rule of the ladder. */
            rule: string;
            step: number;
            /**
             * @description `nobody`: it can never be decided. `nobody_else`: not while one of them is away or has a part in the refund.
             * @enum {string}
             */
            verdict: "nobody" | "nobody_else";
        };
        TimelineEntry: {
            /** @description A person, `key:` and the id of an API key, or `system`. */
            actor: string;
            /** Format: date-time */
            at: string;
            /**
             * @description Whom it is for.
             * @enum {string}
             */
            depth: "customer" | "staff" | "technical";
            fromStatus: string | null;
            id: string;
            /** @enum {string} */
            kind: "requested" | "approval_requested" | "approval_escalated" | "approval_unreachable" | "approval_reminded" | "approval_assigned" | "approval_given" | "approval_refused" | "note_added" | "question_asked" | "question_answered" | "evidence_added" | "destination_refused" | "rejected_by_policy" | "expired" | "cancelled" | "cancel_ignored" | "deadline_changed" | "goods_awaited" | "label_created" | "parcel_scanned" | "goods_arrived" | "return_closed" | "payment_started" | "transfer_sent" | "transfer_settled" | "transfer_pending" | "transfer_declined" | "transfer_unknown" | "transfer_not_sent" | "transfer_released" | "transfer_held" | "transfer_reversed" | "money_alert" | "dispute_opened" | "dispute_won" | "dispute_lost" | "money_status" | "review_needed" | "review_assigned" | "resolved" | "destination_changed" | "looked_up" | "proposal_made" | "proposal_confirmed" | "proposal_rejected" | "counter_note_issued" | "imported" | "credit_issued" | "pay_by_set" | "pay_by_near" | "pay_by_missed" | "completed" | "message_sent" | "message_failed";
            text: components["schemas"]["BothLanguages"];
            toStatus: string | null;
        };
        TimelinePage: {
            items: components["schemas"]["TimelineEntry"][];
            /** @description Always null: a timeline is shown whole. */
            next: string | null;
        };
        Total: {
            tax: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        Transfer: {
            amount: components["schemas"]["Money"];
            declineReason: string | null;
            gateway: string;
            /** @description The refund's id at the gateway. */
            gatewayRefundId: string | null;
            /** @description That wait: whose it is, and until when he has to have looked. */
            hold: components["schemas"]["Hold"] | null;
            /** @description Why a planned transfer waits. */
            holdReason: string | null;
            /** @example tr_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            no: number;
            /** @description `store_credit` for a transfer to store credit, `manual` for one to a bank account. */
            paymentRef: string;
            /** @description Why the gateway has not carried it out yet: `processing`, `insufficient_funds` (the balance there has to be filled), `charge_pending` or `customer_action`. */
            pendingReason: string | null;
            /** Format: date-time */
            settledAt: string | null;
            /** @enum {string} */
            status: "planned" | "sending" | "pending" | "in_doubt" | "declined" | "settled" | "reversed" | "released";
        };
        TransferEvidence: {
            amount: components["schemas"]["Money"];
            attempts: components["schemas"]["Attempt"][];
            declineReason: string | null;
            gateway: string;
            /** @example tr_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * Format: date-time
             * @description When the gateway is asked next by itself. Null where nothing is open, and where waiting is over, so that a person decides.
             */
            nextLookUpAt: string | null;
            no: number;
            /**
             * @description Why a pending one waits.
             * @enum {string|null}
             */
            pendingReason: "processing" | "insufficient_funds" | "charge_pending" | "customer_action" | null;
            /**
             * Format: date-time
             * @description Until when it may be sent again under its key and surely move the money once: so long its gateway keeps the key. Null where nothing is open, or the gateway keeps no keys.
             */
            sameKeyUntil: string | null;
            /** @enum {string} */
            status: "planned" | "sending" | "pending" | "in_doubt" | "declined" | "settled" | "reversed" | "released";
        };
        Unknown: {
            count: number;
            /**
             * Format: date-time
             * @description When the oldest was sent.
             */
            oldestAt: string | null;
            /** @description The refund of the oldest. */
            refundId: string | null;
        };
        UnmaskedPayee: {
            account: string | null;
            /** @description Of an account without IBAN. */
            bank: string | null;
            branch: string | null;
            /** @enum {string} */
            format: "iban" | "israeli";
            /** @example DE89370400440532013000 */
            iban: string | null;
            /** @example py_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /**
             * @description In clear, as everything here.
             * @example Dana Levi
             */
            name: string;
            refundId: string;
        };
        UnmaskingBody: {
            /** @description Why the account has to be seen, for whoever looks into it later. */
            reason: string;
        };
        Waiting: {
            count: number;
            /**
             * Format: date-time
             * @description Since when the oldest one is due.
             */
            oldestAt: string | null;
        };
        WarnedProposal: {
            /** @description What this caller may do now. */
            allowedActions: ("confirm" | "reject")[];
            /** @description Of an open proposal to publish a policy: what too few persons could do with it. Null otherwise. */
            coverage: components["schemas"]["CoverageWarnings"] | null;
            /** Format: date-time */
            createdAt: string;
            decision: components["schemas"]["ProposalDecision"] | null;
            /** Format: date-time */
            endedAt: string | null;
            /** @description What the proposer knows it by. */
            evidence: string;
            /**
             * Format: date-time
             * @description It waits that long for a second person.
             */
            expiresAt: string;
            /** @example pp_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @enum {string} */
            kind: "resolution" | "dispute_outcome" | "bank_file_outcome" | "bank_return" | "lift_kill_switch" | "release_breaker" | "publish_policy" | "staff_power" | "api_key_power";
            /** @description What is to be done. Never changes. */
            payload: {
                [key: string]: string | number | null;
            };
            /** @description SHA-256 of what is proposed; a decision names it. */
            payloadHash: string;
            proposedBy: string;
            reason: string | null;
            refundId: string | null;
            /**
             * @description `void`: what it is about has changed since it was proposed.
             * @enum {string}
             */
            status: "open" | "confirmed" | "rejected" | "void" | "expired";
            transferId: string | null;
        };
        WatchedRefund: {
            /** Format: date-time */
            at: string;
            payout: components["schemas"]["Money"];
            refundId: string;
            saleRef: string;
            status: components["schemas"]["RefundStatus"];
        };
        WebhookDelivery: {
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt: string | null;
            /** @description The `webhook-id` that is sent, and `id` of the event in `GET /v1/events`. */
            eventId: string;
            /** @example wd_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @description The last tries, at most 20, oldest first. */
            log: components["schemas"]["DeliveryTry"][];
            /** Format: date-time */
            nextTryAt: string | null;
            /** @description Who has to look at it, once it was given up. */
            owner: string | null;
            refundId: string;
            /** @description Counts the changes of one refund from 1. */
            sequence: number;
            /**
             * @description `dead`: given up after 72 hours, or because the endpoint is gone.
             * @enum {string}
             */
            status: "pending" | "delivered" | "dead" | "cancelled";
            tries: number;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        WebhookEndpoint: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * @description `gone`: it answered 410, so nothing more is sent.
             * @enum {string|null}
             */
            disabledReason: "gone" | "by_merchant" | null;
            /** @description Tries that failed since the last one that did not. */
            failures: number;
            /** @description Whether somebody is told by mail when it answered 410. */
            hasContact: boolean;
            /** @example we_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @description Who answers for it, and for what could not be delivered. */
            owner: string;
            /**
             * Format: date-time
             * @description Until when the secret before signs too.
             */
            previousSecretUntil: string | null;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** Format: date-time */
            updatedAt: string;
            url: string;
        };
        WebhookEndpointChangeBody: {
            /**
             * Format: email
             * @description Who is told by mail when the endpoint answered 410 and was disabled. Kept sealed, never shown.
             */
            contactEmail?: string | null;
            description?: string | null;
            /**
             * @description One that is enabled again goes on where it stopped.
             * @enum {string}
             */
            status?: "enabled" | "disabled";
            url?: string;
        };
        WebhookEndpointPage: {
            items: components["schemas"]["WebhookEndpoint"][];
            /** @description Give it as `after` for the next page. */
            next: string | null;
        };
        WebhookEndpointWithSecret: {
            /** Format: date-time */
            createdAt: string;
            description: string | null;
            /** Format: date-time */
            disabledAt: string | null;
            /**
             * @description `gone`: it answered 410, so nothing more is sent.
             * @enum {string|null}
             */
            disabledReason: "gone" | "by_merchant" | null;
            /** @description Tries that failed since the last one that did not. */
            failures: number;
            /** @description Whether somebody is told by mail when it answered 410. */
            hasContact: boolean;
            /** @example we_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b */
            id: string;
            /** @description Who answers for it, and for what could not be delivered. */
            owner: string;
            /**
             * Format: date-time
             * @description Until when the secret before signs too.
             */
            previousSecretUntil: string | null;
            /**
             * @description Shown now, and for an hour to a repeat of this very call; then never again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw+qKpPKF0qyU=
             */
            secret: string | null;
            /** @enum {string} */
            status: "enabled" | "disabled";
            /** Format: date-time */
            updatedAt: string;
            url: string;
        };
        WhyNot: {
            /**
             * @description A code of the error catalogue.
             * @example self_approval
             */
            code: string;
            en: string;
            he: string;
            values: {
                [key: string]: string | number | null;
            };
        };
        WorkBox: {
            /**
             * @description `starts`, `signals` and `commands` go to processes, `inbox` holds facts that came in, the rest goes to people and to your servers.
             * @enum {string}
             */
            box: "starts" | "signals" | "commands" | "inbox" | "messages" | "staff_messages" | "webhooks";
            count: number;
            /** Format: date-time */
            oldestAt: string | null;
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
    health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Live"];
                };
            };
        };
    };
    health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It may. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description PostgreSQL is away or not migrated, or the process is stopping. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
        };
    };
    apikey_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    apikey_create: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKeyBody"];
            };
        };
        responses: {
            /** @description The key and its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `second_person_needed`: A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.
             *
             *     `recent_sign_in_needed`: This needs a sign-in of the last quarter of an hour. Sign in again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    apikey_find: {
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
            /** @description The key, without its secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_not_found`: The API key {apiKey} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    apikey_revoke: {
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
            /** @description Revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_not_found`: The API key {apiKey} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    apikey_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationBody"];
            };
        };
        responses: {
            /** @description The new key and its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyWithSecret"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `second_person_needed`: A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.
             *
             *     `recent_sign_in_needed`: This needs a sign-in of the last quarter of an hour. Sign in again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `api_key_not_found`: The API key {apiKey} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    inbox_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
                /** @description `true`: those that you have put aside, and no others. */
                reminded?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    inbox_decided: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bulkdecision_decideAll: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkDecisionBody"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecidedItems"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `sum_differs`: The sum that was stated, {stated}, is not that of the chosen requests: {sum}. Nothing was decided.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bulkpreview_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkPreviewBody"];
            };
        };
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    inbox_dueWithOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueWithOthersList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    approver_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, 200 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproverList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    approver_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproverBody"];
            };
        };
        responses: {
            /** @description As it is kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Approver"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `approver_not_found`: Nobody who may decide has the name {person}. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    approver_thin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    audit_list: {
        parameters: {
            query?: {
                action?: string;
                /** @description Who: `key:` and the id of a key, `staff:` and an address. */
                actor?: string;
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
                refundId?: string;
                /** @description What it was done to, by its id. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    audit_export: {
        parameters: {
            query: {
                /** @description The first day, in UTC. */
                fromDay: string;
                /** @description The last day, in UTC; at most 366 days. */
                toDay: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    backtest_find: {
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
            /** @description The back-test. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackTest"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `back_test_not_found`: The back-test {backTest} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    backtest_changes: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackTestChangePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `back_test_not_found`: The back-test {backTest} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bankfile_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankFilePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bankfile_make: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankFileBody"];
            };
        };
        responses: {
            /** @description Made; download it at `/content`. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BankFile"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `nothing_to_export`: No approved bank transfer in {currency} waits for a file.
             *
             *     `legal_entity_unknown`: The merchant has no legal entity {legalEntity}.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bankfile_find: {
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
            /** @description The file and what stands in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundBankFile"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bank_file_not_found`: The bank file {bankFile} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bankfile_content: {
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
            /** @description pain.001.001.09, or CSV. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/xml": string;
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bank_file_not_found`: The bank file {bankFile} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bank_file_erased`: The content of the bank file {bankFile} was erased: bank details of customers are kept for a limited time. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bankfile_state: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankFileOutcomesBody"];
            };
        };
        responses: {
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `bank_file_not_found`: The bank file {bankFile} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    breaker_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest hundred. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakerList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    breaker_release: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BreakerReleaseBody"];
            };
        };
        responses: {
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `breaker_not_found`: The breaker {breaker} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    credit_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customerRef: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All balances of the customer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditAccount"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credit_account_not_found`: The customer {customerRef} has no credit account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    creditnote_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                documentType?: "credit_note" | "counter_note";
                /** @description Inclusive. Drafts are not issued. */
                issuedFrom?: string;
                /** @description Exclusive. */
                issuedTo?: string;
                /** @description Ref of the legal entity; together with `documentType` one series. */
                legalEntity?: string;
                limit?: number;
                /** @description As printed. */
                number?: string;
                refundId?: string;
                saleRef?: string;
                status?: "draft" | "issued";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNotePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    creditnote_find: {
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
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreditNoteDocument"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `credit_note_not_found`: The document {creditNote} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    delegation_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, 200 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DelegationList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    delegation_make: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationBody"];
            };
        };
        responses: {
            /** @description Delegated. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    delegation_end: {
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
            /** @description Ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `delegation_not_found`: The delegation {delegation} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    dispute_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
                saleRef?: string;
                status?: "open" | "won" | "lost";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    dispute_register: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeBody"];
            };
        };
        responses: {
            /** @description It was known, as its gateway has told of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description Registered; counted against the payment at once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found`: The sale {saleRef} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `dispute_exists`: The dispute {disputeRef} is already registered otherwise ({dispute}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `unknown_payment`: The sale has no payment {payment}.
             *
             *     `currency_mismatch`: The currency {currency} is not that of the sale ({expected}).
             *
             *     `invalid_amount`: An amount is a whole number of minor units, 1 or more.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    dispute_find: {
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
            /** @description The dispute. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dispute"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dispute_not_found`: The dispute {dispute} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    dispute_evidence: {
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
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputeEvidence"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dispute_not_found`: The dispute {dispute} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    dispute_propose: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisputeOutcomeBody"];
            };
        };
        responses: {
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `dispute_not_found`: The dispute {dispute} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    event_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatusEventPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    gateway_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every account of the merchant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GatewayList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    home_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    killswitch_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KillSwitchList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    killswitch_put: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KillSwitchBody"];
            };
        };
        responses: {
            /** @description The switch as it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KillSwitch"];
                };
            };
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `gateway_not_configured`: The merchant has no account at the gateway {gateway}.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    lawpack_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every pack of this release. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawPackList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    lawpack_confirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every pack as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawPackList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    me_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whoever signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    me_end: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    operations_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operations"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                currency?: string;
                limit?: number;
                status?: "draft" | "published" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyVersionPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyTextBody"];
            };
        };
        responses: {
            /** @description The draft. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyText"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `policy_invalid`: The policy cannot be saved: it has faults ({count}). Each is named with its line and column.
             *
             *     `too_many_drafts`: A merchant can have at most {limit} drafts. Delete one first.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_find: {
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
            /** @description The version. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyText"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_version_not_found`: The policy version {policyVersion} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyChangeBody"];
            };
        };
        responses: {
            /** @description The draft as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyText"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_version_not_found`: The policy version {policyVersion} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `policy_not_draft`: A version that was published does not change ({status}). Write a new draft.
             *
             *     `policy_changed`: The draft was saved by {by} in the meantime. Read it again.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `policy_invalid`: The policy cannot be saved: it has faults ({count}). Each is named with its line and column.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_discard: {
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
            /** @description It is no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_version_not_found`: The policy version {policyVersion} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_not_draft`: A version that was published does not change ({status}). Write a new draft. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_backTest: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackTestBody"];
            };
        };
        responses: {
            /** @description Written down; it begins at once. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackTest"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_version_not_found`: The policy version {policyVersion} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `back_test_running`: Another back-test is still running ({backTest}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_diff: {
        parameters: {
            query?: {
                /** @description The version before; the one in force when left out. */
                against?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rule by rule, and line by line. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyDiff"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_version_not_found`: The policy version {policyVersion} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_dryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DryRunBody"];
            };
        };
        responses: {
            /** @description What the request would be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `policy_version_not_found`: The policy version {policyVersion} was not found.
             *
             *     `sale_not_found`: The sale {saleRef} was not found.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_publish: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicationBody"];
            };
        };
        responses: {
            /** @description Proposed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarnedProposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `policy_version_not_found`: The policy version {policyVersion} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `policy_in_force`: This text is in force already, as version {version}.
             *
             *     `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `policy_invalid`: The policy cannot be saved: it has faults ({count}). Each is named with its line and column.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    policy_validate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyTextBody"];
            };
        };
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyCheck"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    proposal_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                kind?: "resolution" | "dispute_outcome" | "bank_file_outcome" | "bank_return" | "lift_kill_switch" | "release_breaker" | "publish_policy" | "staff_power" | "api_key_power";
                limit?: number;
                refundId?: string;
                status?: "open" | "confirmed" | "rejected" | "void" | "expired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    proposal_find: {
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
            /** @description The proposal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WarnedProposal"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `proposal_not_found`: The proposal {proposal} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    proposal_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalDecisionBody"];
            };
        };
        responses: {
            /** @description Decided, and carried out if it was confirmed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description Stored, and not yet answered by the process. `Location` tells where to look. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `second_person_needed`: A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.
             *
             *     `machines_may_not_decide`: The merchant's policy does not let an API key decide.
             *
             *     `limit_exceeded`: The amount {payout}, with what was approved for this customer in the last 30 days, is above the limit for this approver ({limit}).
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `proposal_not_found`: The proposal {proposal} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_not_open`: The proposal is not open any more ({status}).
             *
             *     `proposal_void`: What it is about has changed since it was proposed. Look again and propose anew.
             *
             *     `snapshot_changed`: The refund changed since it was shown. Read it again and decide.
             *
             *     `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `movement_taken`: The movement {gatewayRefundId} already belongs to another transfer.
             *
             *     `too_early`: Too early: that no money moved can be stated 24 hours after sending, or when the gateway names the failure.
             *
             *     `look_up_failed`: The gateway could not be asked just now, so nothing was changed.
             *
             *     `policy_in_force`: This text is in force already, as version {version}.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `policy_invalid`: The policy cannot be saved: it has faults ({count}). Each is named with its line and column.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reconciliation_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reconciliation_request: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReconciliationBody"];
            };
        };
        responses: {
            /** @description Written down; it begins at once. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `gateway_not_configured`: The merchant has no account at the gateway {gateway}.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reconciliation_find: {
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
            /** @description The comparison. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reconciliation_not_found`: The reconciliation {reconciliation} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reconciliation_differences: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `reconciliation_not_found`: The reconciliation {reconciliation} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reconciliation_importReport: {
        parameters: {
            query: {
                format: "standard" | "stripe_itemized" | "adyen_settlement_details";
                /** @description The first local day that the report is for. */
                fromDay: string;
                gateway: string;
                /** @description The last one; at most 92 days after the first. */
                toDay: string;
            };
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Imported; the comparison begins at once. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reconciliation"];
                };
            };
            /**
             * @description `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `gateway_not_configured`: The merchant has no account at the gateway {gateway}.
             *
             *     `report_invalid`: The report cannot be read: line {line}, column {column}.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refunddraft_find: {
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
            /** @description The form. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundDraft"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refunddraft_keep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundDraftBody"];
            };
        };
        responses: {
            /** @description Kept. The same for a repeat. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refunddraft_drop: {
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
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refund_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                /** @description Inclusive. */
                createdFrom?: string;
                /** @description Exclusive. */
                createdTo?: string;
                customerRef?: string;
                externalRef?: string;
                /** @description Of a transfer; `store_credit` for store credit. */
                gateway?: string;
                limit?: number;
                /** @description Of `deadlines.payBy`, inclusive. */
                payByFrom?: string;
                /** @description Of `deadlines.payBy`, exclusive. */
                payByTo?: string;
                /** @description Whether the legal date to pay by was missed. */
                payMissed?: boolean;
                saleRef?: string;
                /** @description `createdAt`: newest first. `payBy`: soonest first, of refunds that have such a date. When left out, `payBy` beside `payByFrom` or `payByTo`, else `createdAt`. */
                sort?: "createdAt" | "payBy";
                status?: "requested" | "awaiting_approval" | "awaiting_return" | "processing" | "awaiting_gateway" | "in_doubt" | "needs_review" | "completed" | "rejected" | "expired" | "cancelled" | "failed";
                /** @description Inclusive. */
                updatedFrom?: string;
                /** @description Exclusive. */
                updatedTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refund_accept: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestBody"];
            };
        };
        responses: {
            /** @description Accepted. The same for a repeat. */
            201: {
                headers: {
                    /** @description `true` when this answers a repeat. */
                    "Idempotent-Replayed"?: string;
                    /** @description Where the refund is read. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found`: The sale {saleRef} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `external_ref_taken`: The external reference {externalRef} already belongs to another refund.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `policy_missing`: The merchant has no published refund policy for {currency}.
             *
             *     `invalid_quantity`: A quantity is a whole number of 1 or more.
             *
             *     `invalid_amount`: An amount is a whole number of minor units, 1 or more.
             *
             *     `unknown_line`: The sale has no line {line}.
             *
             *     `unknown_payment`: The sale has no payment {payment}.
             *
             *     `line_exhausted`: Line {line} has {unitsLeft} units and {amountLeft} left to refund.
             *
             *     `shipping_exhausted`: The shipping has {left} left to refund.
             *
             *     `nothing_to_refund`: The payout of this request is 0.
             *
             *     `over_refund`: At most {available} can still be paid back; {payout} was asked for.
             *
             *     `not_eligible`: The refund policy does not allow this refund.
             *
             *     `destination_not_allowed`: The destination {destination} is not possible for this refund.
             *
             *     `gateway_unknown`: The gateway {gateway} is not known.
             *
             *     `currency_not_supported`: The gateway {gateway} does not pay back in {currency}.
             *
             *     `amount_not_supported`: The gateway {gateway} cannot pay back exactly {amount} to payment {payment}, only multiples of {step}.
             *
             *     `partial_refund_not_supported`: The gateway {gateway} pays back payment {payment} only as a whole ({captured}).
             *
             *     `payment_too_old`: Payment {payment} is older than {days} days, and the gateway {gateway} no longer pays it back. Another destination can be chosen.
             *
             *     `payment_not_captured`: Payment {payment} is only authorised and not captured yet, and the gateway {gateway} does not cancel that here.
             *
             *     `instalments_not_supported`: The gateway {gateway} does not pay back payment {payment}, which was paid in instalments.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds.
             *
             *     `too_many_at_once`: Too many refunds of this merchant are being accepted at once. Nothing was written; repeat with the same Idempotency-Key after {retryAfterSeconds} seconds.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refund_find: {
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
            /** @description The refund. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundDetail"];
                };
            };
            /** @description As the `If-None-Match` says that it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    inbox_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentBody"];
            };
        };
        responses: {
            /** @description The refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `approver_not_found`: Nobody who may decide has the name {person}.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `step_not_open`: Approval step {step} is not open for a decision. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    bankreturn_state: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankReturnBody"];
            };
        };
        responses: {
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    cancellation_cancel: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationBody"];
            };
        };
        responses: {
            /** @description Carried out: the refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Stored, and not yet answered by the process. `Location` tells where to look; it will be carried out or refused. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `too_late`: Too late: the money is already on its way.
             *
             *     `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    command_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commandId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The command. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `command_not_found`: The command {command} was not found.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    customeranswer_find: {
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
            /** @description The answer as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerAnswer"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    deadline_move: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlineBody"];
            };
        };
        responses: {
            /** @description Carried out: the refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Stored, and not yet answered by the process. `Location` tells where to look; it will be carried out or refused. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `step_not_open`: Approval step {step} is not open for a decision.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    approval_decide: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionBody"];
            };
        };
        responses: {
            /** @description Carried out: the refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Stored, and not yet answered by the process. `Location` tells where to look; it will be carried out or refused. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `machines_may_not_decide`: The merchant's policy does not let an API key decide.
             *
             *     `self_approval`: Whoever asked for a refund, is paid by it, or already approved a step of it, cannot decide it.
             *
             *     `limit_exceeded`: The amount {payout}, with what was approved for this customer in the last 30 days, is above the limit for this approver ({limit}).
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `step_not_open`: Approval step {step} is not open for a decision.
             *
             *     `snapshot_changed`: The refund changed since it was shown. Read it again and decide.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `rejection_not_legal`: A refund that the law grants can be rejected only on a ground of the law ({allowed}), not for {reasonCode}.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    evidence_list: {
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
            /** @description All of it, 20 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvidenceList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    evidence_add: {
        parameters: {
            query?: {
                /** @description The question or comment that the photo belongs to. */
                note?: string;
            };
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/jpeg": string;
                "image/png": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Kept. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /**
             * @description `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `note_not_found`: The note {note} was not found.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    evidence_content: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                evidenceId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `evidence_not_found`: The file {evidence} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    resolution_lookUp: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpBody"];
            };
        };
        responses: {
            /** @description Carried out: the refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Stored, and not yet answered by the process. `Location` tells where to look; it will be carried out or refused. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    message_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessagePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    message_resend: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description On its way. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessage"];
                };
            };
            /**
             * @description `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `message_not_found`: The message {message} was not found.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `message_not_resendable`: The message cannot be sent again: it was not sent yet, the refund has moved on since, or there is no mail address.
             *
             *     `resent_too_often`: The message was already sent again {limit} times within the last day.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    note_list: {
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
            /** @description All of them, 200 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoteList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    note_add: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Written. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `step_not_open`: Approval step {step} is not open for a decision.
             *
             *     `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    note_answer: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerBody"];
            };
        };
        responses: {
            /** @description Written. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `note_not_found`: The note {note} was not found.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    payee_list: {
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
            /** @description All of them, 20 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayeeList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    payee_give: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BankAccountBody"];
            };
        };
        responses: {
            /** @description Kept. The same for a repeat. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payee"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    payee_unmask: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
                payeeId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnmaskingBody"];
            };
        };
        responses: {
            /** @description In clear; no cache keeps it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedPayee"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `payee_not_found`: The payee {payee} does not belong to this refund, or the details were erased.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    portallink_revoke: {
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
            /** @description None of them works any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    resolution_resolve: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        responses: {
            /** @description Carried out: the refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /** @description Stored, and not yet answered by the process. `Location` tells where to look; it will be carried out or refused. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Command"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `payee_not_found`: The payee {payee} does not belong to this refund, or the details were erased.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_state`: This is not possible in the present state ({status}).
             *
             *     `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_amount`: An amount is a whole number of minor units, 1 or more.
             *
             *     `over_refund`: At most {available} can still be paid back; {payout} was asked for.
             *
             *     `destination_not_allowed`: The destination {destination} is not possible for this refund.
             *
             *     `consent_missing`: Store credit instead of money needs the consent of the customer.
             *
             *     `line_exhausted`: Line {line} has {unitsLeft} units and {amountLeft} left to refund.
             *
             *     `shipping_exhausted`: The shipping has {left} left to refund.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reviewassignment_assign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewAssignmentBody"];
            };
        };
        responses: {
            /** @description The refund as it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refund"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `refund_not_found`: The refund {refund} was not found.
             *
             *     `approver_not_found`: Nobody who may decide has the name {person}.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_state`: This is not possible in the present state ({status}). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    stepevidence_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepEvidence"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reminder_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepReminder"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `step_not_open`: Approval step {step} is not open for a decision. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reminder_set: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderBody"];
            };
        };
        responses: {
            /** @description Put aside. The same for a repeat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepReminder"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `step_not_open`: Approval step {step} is not open for a decision.
             *
             *     `invalid_state`: This is not possible in the present state ({status}).
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    reminder_drop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                step: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is in my inbox. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `step_not_open`: Approval step {step} is not open for a decision. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refund_timeline: {
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
            /** @description All entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    resolution_transfers: {
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
            /** @description As of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MoneyEvidence"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refundwatch_begin: {
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
            /** @description I follow it. The same for a repeat. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_state`: This is not possible in the present state ({status}). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refundwatch_end: {
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
            /** @description I do not follow it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `refund_not_found`: The refund {refund} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refund_count: {
        parameters: {
            query?: {
                /** @description Inclusive. */
                createdFrom?: string;
                /** @description Exclusive. */
                createdTo?: string;
                customerRef?: string;
                externalRef?: string;
                /** @description Of a transfer; `store_credit` for store credit. */
                gateway?: string;
                /** @description Of `deadlines.payBy`, inclusive. */
                payByFrom?: string;
                /** @description Of `deadlines.payBy`, exclusive. */
                payByTo?: string;
                /** @description Whether the legal date to pay by was missed. */
                payMissed?: boolean;
                saleRef?: string;
                /** @description `createdAt`: newest first. `payBy`: soonest first, of refunds that have such a date. When left out, `payBy` beside `payByFrom` or `payByTo`, else `createdAt`. */
                sort?: "createdAt" | "payBy";
                status?: "requested" | "awaiting_approval" | "awaiting_return" | "processing" | "awaiting_gateway" | "in_doubt" | "needs_review" | "completed" | "rejected" | "expired" | "cancelled" | "failed";
                /** @description Inclusive. */
                updatedFrom?: string;
                /** @description Exclusive. */
                updatedTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundCount"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    refundexport_export: {
        parameters: {
            query: {
                /** @description What to tell of each, separated by commas; the refund itself always comes first. */
                columns: ("refund" | "status" | "amount" | "order" | "customer" | "reason" | "deadline" | "created" | "updated" | "completed" | "fee" | "destination" | "gateway" | "requester" | "externalRef")[];
                /** @description Inclusive. */
                createdFrom?: string;
                /** @description Exclusive. */
                createdTo?: string;
                customerRef?: string;
                externalRef?: string;
                /** @description Of a transfer; `store_credit` for store credit. */
                gateway?: string;
                /** @description Of the words beside codes; that of `Accept-Language` when left out. */
                locale?: "he" | "en";
                /** @description Of `deadlines.payBy`, inclusive. */
                payByFrom?: string;
                /** @description Of `deadlines.payBy`, exclusive. */
                payByTo?: string;
                /** @description Whether the legal date to pay by was missed. */
                payMissed?: boolean;
                saleRef?: string;
                /** @description `createdAt`: newest first. `payBy`: soonest first, of refunds that have such a date. When left out, `payBy` beside `payByFrom` or `payByTo`, else `createdAt`. */
                sort?: "createdAt" | "payBy";
                status?: "requested" | "awaiting_approval" | "awaiting_return" | "processing" | "awaiting_gateway" | "in_doubt" | "needs_review" | "completed" | "rejected" | "expired" | "cancelled" | "failed";
                /** @description Inclusive. */
                updatedFrom?: string;
                /** @description Exclusive. */
                updatedTo?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    quote_quote: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequestBody"];
            };
        };
        responses: {
            /** @description What the refund would be. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found`: The sale {saleRef} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `policy_missing`: The merchant has no published refund policy for {currency}.
             *
             *     `invalid_quantity`: A quantity is a whole number of 1 or more.
             *
             *     `invalid_amount`: An amount is a whole number of minor units, 1 or more.
             *
             *     `unknown_line`: The sale has no line {line}.
             *
             *     `unknown_payment`: The sale has no payment {payment}.
             *
             *     `line_exhausted`: Line {line} has {unitsLeft} units and {amountLeft} left to refund.
             *
             *     `shipping_exhausted`: The shipping has {left} left to refund.
             *
             *     `nothing_to_refund`: The payout of this request is 0.
             *
             *     `over_refund`: At most {available} can still be paid back; {payout} was asked for.
             *
             *     `not_eligible`: The refund policy does not allow this refund.
             *
             *     `destination_not_allowed`: The destination {destination} is not possible for this refund.
             *
             *     `gateway_unknown`: The gateway {gateway} is not known.
             *
             *     `currency_not_supported`: The gateway {gateway} does not pay back in {currency}.
             *
             *     `amount_not_supported`: The gateway {gateway} cannot pay back exactly {amount} to payment {payment}, only multiples of {step}.
             *
             *     `partial_refund_not_supported`: The gateway {gateway} pays back payment {payment} only as a whole ({captured}).
             *
             *     `payment_too_old`: Payment {payment} is older than {days} days, and the gateway {gateway} no longer pays it back. Another destination can be chosen.
             *
             *     `payment_not_captured`: Payment {payment} is only authorised and not captured yet, and the gateway {gateway} does not cancel that here.
             *
             *     `instalments_not_supported`: The gateway {gateway} does not pay back payment {payment}, which was paid in instalments.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    legalmisses_byDay: {
        parameters: {
            query: {
                /** @description The first local day on which money was due. */
                fromDay: string;
                /** @description The last one; at most 366 days after the first. */
                toDay: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By day and currency; days on which nothing was due are left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalMissesReport"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    review_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
                /** @description Instead, or among those: refunds of which a transfer is pending for that reason. */
                pendingReason?: "processing" | "insufficient_funds" | "charge_pending" | "customer_action";
                /** @description That refund alone, if it is among those. */
                refundId?: string;
                status?: "needs_review" | "in_doubt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    sale_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saleRef: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sale. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sale"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_not_found`: The sale {saleRef} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    sale_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                saleRef: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaleBody"];
            };
        };
        responses: {
            /** @description Replaced, or as it was. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sale"];
                };
            };
            /** @description New. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sale"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `sale_locked`: The sale already has a refund and is frozen. Only dates, invoice and contact that were empty may be filled in. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `sale_unbalanced`: Lines, shipping and other charges ({parts}) do not equal what was captured ({captured}).
             *
             *     `gateway_unknown`: The gateway {gateway} is not known.
             *
             *     `gateway_not_configured`: The merchant has no account at the gateway {gateway}.
             *
             *     `invalid_amount`: An amount is a whole number of minor units, 1 or more.
             *
             *     `invalid_quantity`: A quantity is a whole number of 1 or more.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    savedview_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, 50 at most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    savedview_keep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewBody"];
            };
        };
        responses: {
            /** @description Kept. The same for a repeat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    savedview_drop: {
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
            /** @description Gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    savedview_rename: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedViewNameBody"];
            };
        };
        responses: {
            /** @description As it is now. The same for a repeat. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    search_find: {
        parameters: {
            query: {
                /** @description The whole of an id, order, tracking code, document number, external reference, reference at a gateway, customer reference, mail address or telephone number. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Refunds first, the newest at the top; none when nothing is called so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundList"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_add: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaffBody"];
            };
        };
        responses: {
            /** @description The person. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `recent_sign_in_needed`: This needs a sign-in of the last quarter of an hour. Sign in again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_find: {
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
            /** @description The person, his roles and his limit. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found`: The member of staff {staff} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_remove: {
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
            /** @description He is off the staff. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `second_person_needed`: A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.
             *
             *     `recent_sign_in_needed`: This needs a sign-in of the last quarter of an hour. Sign in again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found`: The member of staff {staff} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_give: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PowerBody"];
            };
        };
        responses: {
            /** @description Given. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description Proposed. A second person has to confirm. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proposal"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `second_person_needed`: A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.
             *
             *     `recent_sign_in_needed`: This needs a sign-in of the last quarter of an hour. Sign in again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found`: The member of staff {staff} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `proposal_exists`: A proposal on the same subject is open ({proposal}). Decide that one first.
             *
             *     `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_takeRole: {
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
            /** @description As he is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             *
             *     `second_person_needed`: A second person is needed: not the one who proposed, nor who asked for the refund, nor who is paid.
             *
             *     `recent_sign_in_needed`: This needs a sign-in of the last quarter of an hour. Sign in again.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found`: The member of staff {staff} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    staff_endSessions: {
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
            /** @description Whatever session there was is over. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `staff_not_found`: The member of staff {staff} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    stream_open: {
        parameters: {
            query: {
                /** @description `changesAfter` of `GET /v1/me`: what changed since then is told first. `Last-Event-ID` goes before it. */
                after?: string;
                /** @description What to be told of, separated by commas; each needs the right to read its page. */
                topics: ("refunds" | "approvals" | "reviews" | "proposals" | "operations")[];
            };
            header?: {
                /** @description The `id` of the last message. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Until one of the two ends it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example id: WzcxMiw5LDRd
                     *     data: {"topic":"refunds","id":"rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b","version":1764403200000}
                     */
                    "text/event-stream": string;
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds.
             *
             *     `too_many_streams`: Too many pages with live updates are open. Close one of them and repeat after {retryAfterSeconds} seconds.
             */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_list: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_create: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookEndpointBody"];
            };
        };
        responses: {
            /** @description The endpoint and its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `webhook_url_refused`: Webhooks cannot be sent to this address. It must be a public https address on port 443 or 8443, without credentials.
             *
             *     `too_many_endpoints`: A merchant can have at most {limit} webhook endpoints.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_find: {
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
            /** @description The endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint_not_found`: The webhook endpoint {webhookEndpoint} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_remove: {
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
            /** @description It is no more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint_not_found`: The webhook endpoint {webhookEndpoint} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointChangeBody"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `invalid_json`: The body is not valid JSON. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint_not_found`: The webhook endpoint {webhookEndpoint} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `webhook_url_refused`: Webhooks cannot be sent to this address. It must be a public https address on port 443 or 8443, without credentials.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_log: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                after?: string;
                limit?: number;
                status?: "pending" | "delivered" | "dead" | "cancelled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint_not_found`: The webhook endpoint {webhookEndpoint} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_resend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                deliveryId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `webhook_delivery_not_found`: The delivery {webhookDelivery} was not found.
             *
             *     `webhook_endpoint_not_found`: The webhook endpoint {webhookEndpoint} was not found.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint_disabled`: The webhook endpoint {webhookEndpoint} is disabled. Enable it first. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_request`: The request has no valid meaning. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhookendpoint_rotate: {
        parameters: {
            query?: never;
            header: {
                /** @description The caller's name for this one request: a repeat under it with the same body gets the same answer. */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotationBody"];
            };
        };
        responses: {
            /** @description The endpoint and its new secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /**
             * @description `invalid_json`: The body is not valid JSON.
             *
             *     `idempotency_key_missing`: The header Idempotency-Key is missing.
             *
             *     `idempotency_key_invalid`: The header Idempotency-Key takes 16 to 128 letters, digits, underscores or hyphens.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthenticated`: A valid API key is missing, or you have to sign in again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `permission_missing`: The permission {permission} is missing.
             *
             *     `foreign_page`: This call did not come from our own page.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_endpoint_not_found`: The webhook endpoint {webhookEndpoint} was not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `request_in_progress`: A request with this Idempotency-Key is still in progress. Repeat it in a moment. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Send the request as application/json. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description `invalid_request`: The request has no valid meaning.
             *
             *     `invalid_field`: One or more fields are not valid.
             *
             *     `unknown_field`: The request has a field that is not known.
             *
             *     `card_number_refused`: The request holds a card number. Card numbers must not be sent to this service.
             *
             *     `idempotency_conflict`: This Idempotency-Key was already used for another request.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhook_carrier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchant: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description `bad_signature`: The signature of the message is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
    webhook_gateway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchant: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Stored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Received"];
                };
            };
            /** @description `bad_signature`: The signature of the message is not valid. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `rate_limited`: Too many requests. Repeat after {retryAfterSeconds} seconds. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `internal`: Something failed on our side. The request id lets us find it. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unavailable`: The service is not available now. Repeat the request with the same Idempotency-Key. */
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
