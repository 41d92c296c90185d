import { Injectable } from '@nestjs/common';
import { Answer } from '../answer/answer';
import { ReadinessProbe, type Readiness } from './readiness';

@Injectable()
export class HealthService {
  constructor(private readonly probe: ReadinessProbe) {}

  async ready(): Promise<Answer<Readiness>> {
    const readiness = await this.probe.look();
    return new Answer(readiness, {
      status: readiness.status === 'not_ready' ? 503 : 200,
      headers: { 'Cache-Control': 'no-store' },
    });
  }
}
