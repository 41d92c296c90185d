import { TIMELINE_KINDS } from '@zikui/domain';
import type { TimelineEntry } from '@zikui/persistence';
import { ShowChoice, ShowInstant, ShowMany, ShowOne, ShowText } from '../docs/shown.decorator';

export class BothLanguages {
  @ShowText() readonly he!: string;
  @ShowText() readonly en!: string;
}

class TimelineEntryResource implements TimelineEntry {
  @ShowText() readonly id!: string;
  @ShowInstant() readonly at!: string;
  @ShowText({ about: 'A person, `key:` and the id of an API key, or `system`.' }) readonly actor!: string;
  @ShowChoice(TIMELINE_KINDS) readonly kind!: TimelineEntry['kind'];
  @ShowChoice(['customer', 'staff', 'technical'], { about: 'Whom it is for.' }) readonly depth!: TimelineEntry['depth'];
  @ShowText({ nullable: true }) readonly fromStatus!: TimelineEntry['fromStatus'];
  @ShowText({ nullable: true }) readonly toStatus!: TimelineEntry['toStatus'];
  @ShowOne(() => BothLanguages) readonly text!: TimelineEntry['text'];
}

export class TimelinePage {
  @ShowMany(() => TimelineEntryResource) readonly items!: readonly TimelineEntry[];
  @ShowText({ nullable: true, about: 'Always null: a timeline is shown whole.' }) readonly next!: string | null;
}
