import { uuidOf } from '@zikui/domain';
import type { LinkFault, LinkField } from '@zikui/domain';
import type { NamedContact, NamedRefund } from '@zikui/persistence';
import type { Request } from 'express';
import { emailBreach, phoneBreach, refBreach } from '../body/text-rule';
import { fieldOf } from './portal-form';

/** What somebody wrote who asks for his link, and what cannot be right about it. It says nothing about what there is. */
export type LinkForm = Readonly<{
  number: string;
  contact: string;
  faults: readonly Readonly<{ field: LinkField; fault: LinkFault }>[];
}>;
export type LinkAsk = Readonly<{ refund: NamedRefund; contact: NamedContact }>;

/** The two fields as they came; a card number is not given back to the page. */
export function readLinkForm(request: Request): LinkForm {
  // People write the sign before an order number that shops print there; no reference holds one.
  const number = fieldOf(request, 'number').replace(/^#\s*/, '');
  const contact = fieldOf(request, 'contact');
  const ofNumber = faultOfNumber(number);
  const ofContact = faultOfContact(contact);
  return {
    number: ofNumber === 'card_number' ? '' : number.slice(0, LONGEST),
    contact: ofContact === 'card_number' ? '' : contact.slice(0, LONGEST),
    faults: [
      ...(ofNumber === null ? [] : [{ field: 'number' as const, fault: ofNumber }]),
      ...(ofContact === null ? [] : [{ field: 'contact' as const, fault: ofContact }]),
    ],
  };
}

/** Who and what is meant, of a form without a fault. */
export function linkAskOf({ number, contact }: LinkForm): LinkAsk {
  const refundId = uuidOf('refund', number.toLowerCase());
  return {
    refund: refundId === undefined ? { saleRef: number } : { refundId },
    contact: contact.includes('@') ? { email: contact } : { phone: contact },
  };
}

const LONGEST = 254;

function faultOfNumber(number: string): LinkFault | null {
  if (number === '') return 'number_missing';
  const breach = refBreach(number);
  if (breach === null) return null;
  return breach.code === 'card_number_refused' ? 'card_number' : 'number_letters';
}

function faultOfContact(contact: string): LinkFault | null {
  if (contact === '') return 'contact_missing';
  const breach = contact.includes('@') ? emailBreach(contact) : phoneBreach(contact);
  if (breach === null) return null;
  return breach.code === 'card_number_refused' ? 'card_number' : 'contact_form';
}
