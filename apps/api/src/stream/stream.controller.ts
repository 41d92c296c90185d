import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import type { StaffSession } from '@zikui/persistence';
import type { Response } from 'express';
import { SignedIn } from '../access/access.decorator';
import { Session } from '../access/session.decorator';
import { LastingAnswer } from '../answer/answer.interceptor';
import { Refuses } from '../docs/refuses.decorator';
import { StreamDto } from './stream.dto';
import { StreamHub } from './stream-hub';

const EVENTS = {
  schema: { type: 'string' as const },
  example:
    'id: WzcxMiw5LDRd\ndata: {"topic":"refunds","id":"rf_0193a1b2c3d47e5f8a9b0c1d2e3f4a5b","version":1764403200000}\n\n',
};

@Controller('v1/stream')
export class StreamController {
  constructor(private readonly hub: StreamHub) {}

  @Get()
  @SignedIn()
  @LastingAnswer()
  @ApiOperation({
    summary: 'Hear at once that something changed',
    description:
      'Server-Sent Events for pages of people who signed in. A message says of what (`topic`, `id`) and when (`version`, milliseconds), and nothing else: whoever may see it asks for it. A message may come twice, and of one that comes behind a younger one nothing new is to be read. With `Last-Event-ID`, or `after`, everything since then comes; `event: reset` instead says that it is too much, and that all of it is to be read anew. A comment comes each 15 s. The stream ends with its session, when the roles of its person change, and when the service leaves: connect again then.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The `id` of the last message.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Until one of the two ends it.', content: { 'text/event-stream': EVENTS } })
  @Refuses('too_many_streams', 'unavailable')
  open(
    @Session() session: StaffSession,
    @Query() { topics, after }: StreamDto,
    @Headers('last-event-id') lastId: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    return this.hub.open({ session, topics, lastId: lastId ?? after ?? null, response });
  }
}
