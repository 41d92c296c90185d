import { Injectable } from '@nestjs/common';

/** Where the sandbox can be reached; known once it listens. */
@Injectable()
export class PublicAddress {
  url = '';
}
