import { Controller, Delete, Get, Header, HttpCode, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { MailStore, type Mail } from './mail-store';
import { mailListPage, mailPage } from './mailbox.pages';

const MOST_LISTED = 1_000;
const DEFAULT_LISTED = 200;

/** The mails that arrived, for people and for programs. */
@Controller('mailbox')
export class MailboxController {
  constructor(private readonly store: MailStore) {}

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  listPage(@Query('to') to?: string): string {
    return mailListPage(this.store.list({ to, limit: DEFAULT_LISTED }));
  }

  @Get('messages')
  list(@Query('to') to?: string, @Query('limit') limit?: string): { items: readonly Mail[] } {
    const wanted = Math.min(Number(limit ?? DEFAULT_LISTED) || DEFAULT_LISTED, MOST_LISTED);
    return { items: this.store.list({ to, limit: wanted }) };
  }

  @Delete('messages')
  @HttpCode(204)
  clear(): void {
    this.store.clear();
  }

  /** `{id}.html`: the HTML part alone, for the frame; `{id}.json`: everything. */
  @Get('messages/:name')
  message(@Param('name') name: string, @Res() response: Response): void {
    const [, id = '', form] = /^([0-9a-f-]+)\.(html|json)$/.exec(name) ?? [];
    const mail = this.found(id);
    if (form === 'json') {
      response.json(mail);
      return;
    }
    response.set({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    });
    response.send(mail.html);
  }

  @Get(':id')
  @Header('content-type', 'text/html; charset=utf-8')
  page(@Param('id') id: string): string {
    return mailPage(this.found(id));
  }

  private found(id: string): Mail {
    const mail = this.store.find(id);
    if (mail === undefined) throw new NotFoundException('No such mail');
    return mail;
  }
}
