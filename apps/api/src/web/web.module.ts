import { Module } from '@nestjs/common';
import { ConsoleController } from './console.controller';
import { WebBuild } from './web-build';

/** What people open in a browser. */
@Module({ controllers: [ConsoleController], providers: [WebBuild], exports: [WebBuild] })
export class WebModule {}
