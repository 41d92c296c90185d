import { reviewSentence } from '@zikui/domain/shown';
import type { ReactNode } from 'react';
import { useSaid } from '../../texts/use-locale';
import { Desk } from './desk';

/** Refunds that do not go on by themselves, each with why and with its safe next steps. */
export function Screen(): ReactNode {
  const said = useSaid();
  return <Desk of="needs_review" path="/desk/review" more={({ reviewReason }) => said(reviewSentence(reviewReason))} />;
}
