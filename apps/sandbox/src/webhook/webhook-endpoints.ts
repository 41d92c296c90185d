import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';

export const WEBHOOK_SOURCES = ['gateway', 'generic', 'adyen', 'paypal', 'carrier'] as const;
/** `gateway` is the one that speaks Stripe's protocol. */
export type WebhookSource = (typeof WEBHOOK_SOURCES)[number];
/** Where events of an account go. One address has one secret; registering it again replaces secret and kinds. */
export type WebhookEndpoint = Readonly<{
  id: string;
  source: WebhookSource;
  account: string;
  url: string;
  secret: string;
  /** Kinds of events that are sent there; empty = all. */ events: readonly string[];
}>;

@Injectable()
export class WebhookEndpoints {
  private readonly endpoints = new Map<string, WebhookEndpoint>();

  constructor(private readonly journal: Journal) {
    for (const endpoint of journal.load('endpoint') as WebhookEndpoint[]) this.endpoints.set(endpoint.id, endpoint);
  }

  register(endpoint: Omit<WebhookEndpoint, 'id'>): WebhookEndpoint {
    const id = `${endpoint.source}\n${endpoint.account}\n${endpoint.url}`;
    const registered = { ...endpoint, id };
    this.endpoints.set(id, registered);
    this.journal.append('endpoint', id, registered);
    return registered;
  }

  /** Forgets every other address of that account, as when its receiver has moved. */
  removeOthers({ id: kept, source, account }: WebhookEndpoint): void {
    for (const endpoint of this.list()) {
      if (endpoint.source !== source || endpoint.account !== account || endpoint.id === kept) continue;
      this.endpoints.delete(endpoint.id);
      this.journal.append('endpoint', endpoint.id, null);
    }
  }

  list(): readonly WebhookEndpoint[] {
    return [...this.endpoints.values()];
  }

  find(id: string): WebhookEndpoint | undefined {
    return this.endpoints.get(id);
  }

  /** Where an event of that kind goes. */
  listening(source: WebhookSource, account: string, kind: string): readonly WebhookEndpoint[] {
    return this.list().filter(
      (endpoint) =>
        endpoint.source === source &&
        endpoint.account === account &&
        (endpoint.events.length === 0 || endpoint.events.includes(kind)),
    );
  }
}
