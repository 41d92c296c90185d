import type { Screen } from '../screen';

export const screens: readonly Screen[] = [
  {
    name: 'refunds',
    path: '/refunds',
    permission: 'refund.read',
    load: () => import('./refund-list.screen'),
    entry: { to: '/refunds', order: 20, icon: 'IconReceiptRefund', code: 'KeyR' },
  },
  {
    name: 'newRefund',
    path: '/refunds/new',
    permission: 'refund.create',
    load: () => import('./new-refund.screen'),
  },
  { name: 'refund', path: '/refunds/$id', permission: 'refund.read', load: () => import('./refund.screen') },
  {
    name: 'document',
    path: '/refunds/$id/documents/$note',
    permission: 'credit_note.read',
    load: () => import('./document.screen'),
  },
];
