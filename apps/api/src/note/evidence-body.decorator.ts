import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { EVIDENCE_TYPES } from '@zikui/domain';
import type { Request } from 'express';

/** Where photos come in. Their body is the file itself. */
const EVIDENCE_PATH = /^\/v1\/refunds\/[^/?]+\/evidence(?:\?|$)/;

export const isEvidence = ({ url = '', method }: IncomingMessage): boolean =>
  method === 'POST' && EVIDENCE_PATH.test(url);
export const isPhoto = ({ headers }: IncomingMessage): boolean =>
  EVIDENCE_TYPES.some((type) => type === headers['content-type']);

/** The file's bytes; empty when there are none. */
export const EvidenceBody = createParamDecorator((_data: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<Request<unknown, unknown, unknown>>();
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
});
