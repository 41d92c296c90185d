import { ShowFlag } from '../docs/shown.decorator';
import type { Received } from './webhook.service';

export class ReceivedResource implements Received {
  @ShowFlag({ about: 'Stored; what it means is carried out afterwards.' }) readonly received!: true;
}
