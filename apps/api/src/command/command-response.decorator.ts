import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse } from '@nestjs/swagger';
import { RefundResource } from '../refund/refund.resource';
import { CommandResource } from './command.resource';

/** A command is answered with the refund's new state, or with where to look. */
export const AnswersCommand = (): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiOkResponse({ type: RefundResource, description: 'Carried out: the refund as it stands now.' }),
    ApiAcceptedResponse({
      type: CommandResource,
      description:
        'Stored, and not yet answered by the process. `Location` tells where to look; it will be carried out or refused.',
    }),
  );
