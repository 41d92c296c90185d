import { STREAM_TOPICS, type StreamTopic } from '@zikui/domain';
import { Transform } from 'class-transformer';
import { ChoicesField } from '../body/fields';
import { CursorField } from '../body/paging.dto';

/** Query of `GET /v1/stream`. */
export class StreamDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @ChoicesField(STREAM_TOPICS, {
    min: 1,
    max: STREAM_TOPICS.length,
    about: 'What to be told of, separated by commas; each needs the right to read its page.',
  })
  readonly topics!: readonly StreamTopic[];
  @CursorField('`changesAfter` of `GET /v1/me`: what changed since then is told first. `Last-Event-ID` goes before it.')
  readonly after?: string;
}
