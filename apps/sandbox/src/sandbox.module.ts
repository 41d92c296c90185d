import { Module, type DynamicModule } from '@nestjs/common';
import { AdyenController } from './adyen/adyen.controller';
import { CarrierController } from './carrier/carrier.controller';
import { LabelsController } from './carrier/labels.controller';
import { ShipmentBook } from './carrier/shipment-book';
import { ControlController } from './control/control.controller';
import { DashboardController } from './control/dashboard.controller';
import { DisputesController } from './control/disputes.controller';
import { Env } from './env';
import { FaultBox } from './faults/fault-box';
import { FaultsController } from './faults/faults.controller';
import { AccountBook } from './gateway/account-book';
import { DisputeBook } from './gateway/dispute-book';
import { DisputeDesk } from './gateway/dispute-desk';
import { IdempotencyBook } from './gateway/idempotency-book';
import { LedgerController } from './gateway/ledger.controller';
import { PaymentBook } from './gateway/payment-book';
import { PaymentIntentsController } from './gateway/payment-intents.controller';
import { RefundDesk } from './gateway/refund-desk';
import { RefundEvents } from './gateway/refund-events';
import { RefundsController } from './gateway/refunds.controller';
import { GenericController } from './generic/generic.controller';
import { HomeController } from './home.controller';
import { HookController } from './hook/hook.controller';
import { HookStore } from './hook/hook-store';
import { Grants } from './identity/grants';
import { IdentityController } from './identity/identity.controller';
import { People } from './identity/people';
import { Journal } from './journal/journal';
import { MailStore } from './mailbox/mail-store';
import { MailboxController } from './mailbox/mailbox.controller';
import { SmtpListener } from './mailbox/smtp.listener';
import { PayPalController } from './paypal/paypal.controller';
import { PublicAddress } from './public-address';
import { Announcer } from './webhook/announcer';
import { Courier } from './webhook/courier';
import { WebhookEndpoints } from './webhook/webhook-endpoints';

@Module({
  controllers: [
    HomeController,
    PaymentIntentsController,
    RefundsController,
    GenericController,
    AdyenController,
    PayPalController,
    LedgerController,
    LabelsController,
    CarrierController,
    FaultsController,
    ControlController,
    DashboardController,
    DisputesController,
    MailboxController,
    HookController,
    IdentityController,
  ],
  providers: [
    PublicAddress,
    FaultBox,
    WebhookEndpoints,
    Courier,
    Announcer,
    AccountBook,
    PaymentBook,
    IdempotencyBook,
    RefundEvents,
    DisputeBook,
    RefundDesk,
    DisputeDesk,
    ShipmentBook,
    MailStore,
    HookStore,
    People,
    Grants,
    SmtpListener,
  ],
})
export class SandboxModule {
  static over(env: Env, journal: Journal): DynamicModule {
    const given = [
      { provide: Env, useValue: env },
      { provide: Journal, useValue: journal },
    ];
    return { module: SandboxModule, providers: given };
  }
}
