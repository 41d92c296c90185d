import { Module } from '@nestjs/common';
import { LawPackController } from './law-pack.controller';

@Module({ controllers: [LawPackController] })
export class LawModule {}
