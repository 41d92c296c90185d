import { Module } from '@nestjs/common';
import { EvidenceController } from './evidence.controller';
import { EvidenceService } from './evidence.service';
import { NoteController } from './note.controller';
import { NoteService } from './note.service';

@Module({ controllers: [NoteController, EvidenceController], providers: [NoteService, EvidenceService] })
export class NoteModule {}
