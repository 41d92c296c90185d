import { Injectable } from '@nestjs/common';
import type { Principal } from '@zikui/domain';
import { RefundDraftStore, SavedViewStore, type RefundDraft, type SavedView } from '@zikui/persistence';
import { found } from '../error/found';

/** What a person keeps for himself; nobody else's is there. */
@Injectable()
export class OwnPageService {
  constructor(
    private readonly drafts: RefundDraftStore,
    private readonly views: SavedViewStore,
  ) {}

  async draft(principal: Principal, id: string): Promise<RefundDraft> {
    return found(await this.drafts.find(principal, id), 'not_found', {});
  }

  async dropDraft(principal: Principal, id: string): Promise<void> {
    found((await this.drafts.drop(principal, id)) || undefined, 'not_found', {});
  }

  async listViews(principal: Principal): Promise<Readonly<{ items: readonly SavedView[] }>> {
    return { items: await this.views.list(principal) };
  }

  async renameView(principal: Principal, id: string, name: string): Promise<SavedView> {
    return found(await this.views.rename(principal, id, name), 'not_found', {});
  }

  async dropView(principal: Principal, id: string): Promise<void> {
    found((await this.views.drop(principal, id)) || undefined, 'not_found', {});
  }
}
