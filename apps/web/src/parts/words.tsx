import { isolatedParts } from '@zikui/domain/shown';
import type { ReactNode } from 'react';

/** A sentence of the server, with its numbers, amounts, dates and ids isolated. */
export function Words({ of }: Readonly<{ of: string }>): ReactNode {
  return isolatedParts(of).map(({ text, isValue }, index) => (isValue ? <bdi key={index}>{text}</bdi> : text));
}
