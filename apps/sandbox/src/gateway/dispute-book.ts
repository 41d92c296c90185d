import { Injectable } from '@nestjs/common';
import { Journal } from '../journal/journal';

export type DisputeState = 'open' | 'won' | 'lost';
/** What a card holder disputed of a payment. */
export type DisputeRow = Readonly<{
  id: string;
  account: string;
  payment: string;
  amount: number;
  currency: string;
  status: DisputeState;
  reason: string;
  created: number;
}>;

/** Every dispute that was opened here. */
@Injectable()
export class DisputeBook {
  private readonly disputes = new Map<string, DisputeRow>();

  constructor(private readonly journal: Journal) {
    for (const dispute of journal.load('dispute') as DisputeRow[]) this.disputes.set(dispute.id, dispute);
  }

  put(dispute: DisputeRow): void {
    this.disputes.set(dispute.id, dispute);
    this.journal.append('dispute', dispute.id, dispute);
  }

  find(id: string): DisputeRow | undefined {
    return this.disputes.get(id);
  }

  /** Whether refunds of the payment are refused: one is open, or was lost. */
  blocks(payment: string): boolean {
    return [...this.disputes.values()].some((one) => one.payment === payment && one.status !== 'won');
  }
}
