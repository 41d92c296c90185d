import type { LegalMisses } from '@zikui/persistence';
import { ShowDate, ShowMany, ShowNumber, ShowText } from '../docs/shown.decorator';

class LegalMissesResource implements LegalMisses {
  @ShowDate({ about: 'The last local day on which the money was in time.' }) readonly payBy!: string;
  @ShowText({ example: 'ILS' }) readonly currency!: string;
  @ShowNumber({ about: 'Refunds with a legal right whose money was due by that day.' }) readonly due!: number;
  @ShowNumber({ about: 'Of these, paid after that day or not yet.' }) readonly missed!: number;
}

export class LegalMissesReport {
  @ShowMany(() => LegalMissesResource) readonly items!: readonly LegalMisses[];
}
