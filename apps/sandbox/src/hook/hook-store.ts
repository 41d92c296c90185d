import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** What came to a hook, as it came. */
export type ReceivedHook = Readonly<{
  name: string;
  receivedAt: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Whether a secret of the hook signed it within five minutes; null while no secret is known. */ genuine:
    boolean | null;
  answered: number;
}>;
export type HookOrder = Readonly<{ secrets?: readonly string[]; answer?: number; times?: number }>;

const MOST_RECEIVED = 1_000;
const TOLERANCE_SECONDS = 5 * 60;
const USUAL = 204;

/** A merchant's own server: takes what the product tells it, says whether the signature is right, and answers as ordered. In memory. */
@Injectable()
export class HookStore {
  private readonly secrets = new Map<string, readonly string[]>();
  private readonly answers = new Map<string, { status: number; times: number }>();
  private received: ReceivedHook[] = [];

  /** With which secrets a hook is signed, and what the next calls are answered with. */
  order(name: string, { secrets, answer, times = 1 }: HookOrder): void {
    if (secrets) this.secrets.set(name, secrets);
    if (answer !== undefined) this.answers.set(name, { status: answer, times });
  }

  /** Keeps it and gives the status of the answer. */
  receive(name: string, headers: Readonly<Record<string, string>>, body: string): number {
    const order = this.answers.get(name);
    const answered = order && order.times > 0 ? order.status : USUAL;
    if (order) order.times -= 1;
    const genuine = this.judge(name, headers, body);
    this.received.push({ name, receivedAt: new Date().toISOString(), headers, body, genuine, answered });
    if (this.received.length > MOST_RECEIVED) this.received.shift();
    return answered;
  }

  /** Oldest first. */
  list(name?: string): readonly ReceivedHook[] {
    return this.received.filter((one) => name === undefined || one.name === name);
  }

  clear(): void {
    this.received = [];
  }

  private judge(name: string, headers: Readonly<Record<string, string>>, body: string): boolean | null {
    const secrets = this.secrets.get(name);
    if (!secrets) return null;
    const { 'webhook-id': id = '', 'webhook-timestamp': at = '', 'webhook-signature': signatures = '' } = headers;
    if (Math.abs(Date.now() / 1_000 - Number(at)) > TOLERANCE_SECONDS) return false;
    const given = signatures.split(' ');
    return secrets.some((secret) =>
      given.some((signature) => isEqual(signature, signatureOf(secret, `${id}.${at}.${body}`))),
    );
  }
}

const signatureOf = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(text)
    .digest('base64')}`;
const isEqual = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
