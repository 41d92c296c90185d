import type { Money } from '@zikui/domain';
import { ShowNumber, ShowText } from './shown.decorator';

/** Integer minor units with their currency (ISO 4217): 14900 ILS is 149.00 shekels, 500 JPY is 500 yen. */
export class MoneyResource implements Money {
  @ShowNumber({ example: 14900 }) readonly amount!: number;
  @ShowText({ example: 'ILS' }) readonly currency!: string;
}
