import { Injectable } from '@nestjs/common';
import { HomeStore, type StaffSession } from '@zikui/persistence';
import type { ShownHome } from './home.resource';

@Injectable()
export class HomeService {
  constructor(private readonly home: HomeStore) {}

  find({ id, principal }: StaffSession): Promise<ShownHome> {
    return this.home.find(principal, id);
  }
}
