import { Module } from '@nestjs/common';
import { LegalMissesController } from './legal-misses.controller';
import { LegalMissesService } from './legal-misses.service';

@Module({ controllers: [LegalMissesController], providers: [LegalMissesService] })
export class ReportModule {}
