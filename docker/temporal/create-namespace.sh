#!/bin/sh
# Makes the namespace and its search attributes. Safe to run again.
set -eu
until temporal operator cluster health; do sleep 2; done
temporal operator namespace describe -n "$NAMESPACE" ||
  temporal operator namespace create -n "$NAMESPACE" --retention "$RETENTION"
temporal operator search-attribute create -n "$NAMESPACE" \
  --name RefundMerchant --type Keyword \
  --name RefundSaleRef --type Keyword \
  --name RefundGateway --type Keyword \
  --name RefundReason --type Keyword \
  --name RefundStatus --type Keyword \
  --name RefundDueAt --type Datetime \
  --name RefundAmountMinor --type Int \
  --name RefundNeedsAttention --type Bool
