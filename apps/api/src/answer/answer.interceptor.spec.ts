import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { lastValueFrom, of } from 'rxjs';
import { AfterAnswer } from './after-answer';
import { Answer } from './answer';
import { AnswerInterceptor } from './answer.interceptor';

/** A request whose caller hangs up before, or waits for, the answer; gives what counted it and whether its work ran. */
async function answered(hangsUp: boolean): Promise<Readonly<{ ran: boolean; counted: readonly string[] }>> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.on('error', () => undefined);
  const asked = once(server, 'request') as Promise<[unknown, ServerResponse]>;
  socket.write('GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n');
  const [, response] = await asked;
  if (hangsUp) {
    const gone = once(response, 'close');
    socket.destroy();
    await gone;
  }

  const counted: string[] = [];
  const after = new AfterAnswer();
  jest.spyOn(after, 'requestBegins').mockImplementation(() => void counted.push('begins'));
  jest.spyOn(after, 'requestEnds').mockImplementation(() => void counted.push('ends'));
  const ran = new Promise<boolean>((resolve) => {
    const work = new Answer('body', { afterwards: async () => resolve(true) });
    const context = new ExecutionContextHost([undefined, response], undefined, () => undefined);
    const shown = new AnswerInterceptor(after).intercept(context, { handle: () => of(work) });
    void lastValueFrom(shown).then((body) => response.end(body));
  });
  const outcome = { ran: await ran, counted };
  socket.destroy();
  server.close();
  return outcome;
}

describe('an answer with work behind it', () => {
  it.each([
    ['went out', false],
    ['met a caller who had hung up before', true],
  ])('ends its request and begins the work when it %s', async (_, hangsUp) => {
    const { ran, counted } = await answered(hangsUp);
    expect(ran).toBe(true);
    expect(counted).toEqual(['begins', 'ends']);
  });
});
