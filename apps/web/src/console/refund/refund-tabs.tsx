import type { ReactNode } from 'react';
import { AuditTab } from './audit-tab';
import { DocumentsTab } from './documents-tab';
import { GoodsTab } from './goods-tab';
import { MessagesTab } from './messages-tab';
import { MoneyTab } from './money-tab';
import type { RefundDetail } from './refund-queries';
import { StoryTab } from './story-tab';

export const TABS = ['story', 'money', 'goods', 'documents', 'messages', 'audit'] as const;
export type Tab = (typeof TABS)[number];

/** What stands behind each tab. */
export const TAB_PANELS: Readonly<Record<Tab, (props: Readonly<{ refund: RefundDetail }>) => ReactNode>> = {
  story: StoryTab,
  money: MoneyTab,
  goods: GoodsTab,
  documents: DocumentsTab,
  messages: MessagesTab,
  audit: AuditTab,
};
