import { Controller, Get, Header } from '@nestjs/common';
import { page } from './html';

const LINKS = [
  ['/mailbox', 'Mailbox: every message the product sent'],
  ['/hooks', 'Webhooks that the product sent to a merchant'],
  ['/_control/people', 'People whom the identity provider knows'],
  ['/_ledger', 'Ledger: every movement of money, as the gateway booked it'],
  ['/_faults', 'Faults that are ordered (POST to order, DELETE to clear)'],
  ['/_control/webhook-endpoints', 'Webhook endpoints'],
  ['/_control/parcels', 'Parcels'],
] as const;

@Controller()
export class HomeController {
  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  home(): string {
    const links = LINKS.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join('');
    return page('Sandbox', `<p>The outside world for a laptop. Nothing here moves real money.</p><ul>${links}</ul>`);
  }

  @Get('health')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }
}
