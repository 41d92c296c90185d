import { timingSafeEqual } from 'node:crypto';
import type { GatewayAccount } from '@zikui/domain';

/** The account's secrets for announcements: separated by commas while one replaces another, each of them is tried. */
export const webhookSecretsOf = ({ webhookSecret }: GatewayAccount): readonly string[] =>
  webhookSecret
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');

/** Compares two digests in constant time. */
export const isSameDigest = (ours: Buffer, given: Buffer): boolean =>
  ours.length === given.length && timingSafeEqual(ours, given);
