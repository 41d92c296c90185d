import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Principal } from '@zikui/domain';
import { SavedViewStore, type SavedView } from '@zikui/persistence';
import { SignedIn } from '../access/access.decorator';
import { Caller } from '../access/caller.decorator';
import { SavedViewIdPipe } from '../body/id.pipe';
import { BODY_REFUSALS, Refuses } from '../docs/refuses.decorator';
import { SavedViewDto, SavedViewNameDto } from './own-page.dto';
import { SavedViewList, SavedViewResource } from './own-page.resource';
import { OwnPageService } from './own-page.service';

@Controller('v1/saved-views')
export class SavedViewController {
  constructor(
    private readonly own: OwnPageService,
    private readonly views: SavedViewStore,
  ) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'My views', description: 'Lists as I like to look at them, by page and name.' })
  @ApiOkResponse({ type: SavedViewList, description: 'All of them, 50 at most.' })
  @Refuses()
  list(@Caller() caller: Principal): Promise<Readonly<{ items: readonly SavedView[] }>> {
    return this.own.listViews(caller);
  }

  @Put()
  @SignedIn()
  @ApiOperation({ summary: 'Keep a view', description: 'For me alone, in the place of an earlier one of that name.' })
  @ApiOkResponse({ type: SavedViewResource, description: 'Kept. The same for a repeat.' })
  @Refuses(...BODY_REFUSALS)
  keep(@Caller() caller: Principal, @Body() view: SavedViewDto): Promise<SavedView> {
    return this.views.keep(caller, view);
  }

  @Patch(':id')
  @SignedIn()
  @ApiOperation({ summary: 'Call a view otherwise', description: 'By a name that no other view of that page has.' })
  @ApiOkResponse({ type: SavedViewResource, description: 'As it is now. The same for a repeat.' })
  @Refuses('not_found', ...BODY_REFUSALS)
  rename(
    @Caller() caller: Principal,
    @Param('id', SavedViewIdPipe) id: string,
    @Body() { name }: SavedViewNameDto,
  ): Promise<SavedView> {
    return this.own.renameView(caller, id, name);
  }

  @Delete(':id')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Throw a view away', description: 'At once.' })
  @ApiNoContentResponse({ description: 'Gone.' })
  @Refuses('not_found')
  drop(@Caller() caller: Principal, @Param('id', SavedViewIdPipe) id: string): Promise<void> {
    return this.own.dropView(caller, id);
  }
}
