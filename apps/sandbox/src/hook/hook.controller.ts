import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { RawBodyRequest } from '@nestjs/common';
import type { Request, Response } from 'express';
import { escapeHtml, page } from '../html';
import { HookOrderDto } from './hook.dto';
import { HookStore, type ReceivedHook } from './hook-store';

const MOST_SHOWN = 200;

/** Stands where a merchant's own server would: `POST /hooks/{name}` takes webhooks, `GET /hooks` shows what came. */
@Controller()
export class HookController {
  constructor(private readonly hooks: HookStore) {}

  @Post('hooks/:name')
  receive(@Param('name') name: string, @Req() request: RawBodyRequest<Request>, @Res() response: Response): void {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([header, value]) => [header, String(value)]),
    );
    response.status(this.hooks.receive(name, headers, request.rawBody?.toString('utf8') ?? '')).end();
  }

  @Get('hooks')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    const rows = [...this.hooks.list()].reverse().slice(0, MOST_SHOWN).map(rowOf);
    const head = '<tr><th>Received (UTC)</th><th>Hook</th><th>Signature</th><th>Answered</th><th>Body</th></tr>';
    const table = `<table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table>`;
    return page('Webhooks that came', rows.length > 0 ? table : '<p>No webhook yet.</p>');
  }

  @Get('_control/hooks/received')
  list(@Query('name') name?: string): { items: readonly ReceivedHook[] } {
    return { items: this.hooks.list(name) };
  }

  @Delete('_control/hooks/received')
  @HttpCode(204)
  clear(): void {
    this.hooks.clear();
  }

  @Post('_control/hooks/:name')
  @HttpCode(204)
  order(@Param('name') name: string, @Body() order: HookOrderDto): void {
    this.hooks.order(name, order);
  }
}

function rowOf({ receivedAt, name, genuine, answered, body }: ReceivedHook): string {
  const signature = genuine === null ? 'secret not known' : genuine ? 'genuine' : 'NOT genuine';
  const cells = [receivedAt.slice(0, 19).replace('T', ' '), name, signature, String(answered)];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}<td><pre dir="auto">${escapeHtml(body)}</pre></td></tr>`;
}
