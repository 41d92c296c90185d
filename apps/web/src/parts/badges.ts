import type { RefundStatus, TransferStatus } from '@zikui/domain/shown';
import type { IconName } from './icons';

export type Tone = 'neutral' | 'waiting' | 'moving' | 'unknown' | 'attention' | 'good' | 'bad';
export type Badge = Readonly<{ tone: Tone; icon: IconName }>;

/** How each status of a refund looks; its words stand in texts/{he,en}/parts.json under the same name. */
export const REFUND_BADGES: Readonly<Record<RefundStatus, Badge>> = {
  requested: { tone: 'neutral', icon: 'IconInbox' },
  awaiting_approval: { tone: 'waiting', icon: 'IconUserCheck' },
  awaiting_return: { tone: 'waiting', icon: 'IconTruckReturn' },
  processing: { tone: 'moving', icon: 'IconSend' },
  awaiting_gateway: { tone: 'moving', icon: 'IconBuildingBank' },
  in_doubt: { tone: 'unknown', icon: 'IconHelpOctagon' },
  needs_review: { tone: 'attention', icon: 'IconTool' },
  completed: { tone: 'good', icon: 'IconCircleCheck' },
  rejected: { tone: 'bad', icon: 'IconThumbDown' },
  expired: { tone: 'neutral', icon: 'IconCalendarOff' },
  cancelled: { tone: 'neutral', icon: 'IconBan' },
  failed: { tone: 'bad', icon: 'IconAlertTriangle' },
};

/** `funding_needed` is a pending transfer whose merchant has to fill the balance at the gateway. */
export type ShownTransferStatus = TransferStatus | 'funding_needed';
export const TRANSFER_BADGES: Readonly<Record<ShownTransferStatus, Badge>> = {
  planned: { tone: 'neutral', icon: 'IconClock' },
  sending: { tone: 'moving', icon: 'IconSend' },
  pending: { tone: 'moving', icon: 'IconBuildingBank' },
  funding_needed: { tone: 'attention', icon: 'IconBuildingBank' },
  in_doubt: { tone: 'unknown', icon: 'IconHelpOctagon' },
  declined: { tone: 'bad', icon: 'IconAlertTriangle' },
  settled: { tone: 'good', icon: 'IconCircleCheck' },
  reversed: { tone: 'attention', icon: 'IconArrowBackUp' },
  released: { tone: 'neutral', icon: 'IconBan' },
};

export const shownTransferStatus = (status: TransferStatus, pendingReason: string | null): ShownTransferStatus =>
  status === 'pending' && pendingReason === 'insufficient_funds' ? 'funding_needed' : status;
