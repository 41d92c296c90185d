import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsOptional, IsString, Max, Min, ValidateNested } from 'class-validator';
import { FAULT_ACTIONS, type FaultAction, type FaultTarget } from './fault';

const TARGETS = Object.keys(FAULT_ACTIONS);
const ACTIONS = Object.values(FAULT_ACTIONS).flat();
const MOST_MS = 3_600_000;

class FaultMatchDto {
  @IsOptional() @IsString() gatewayRef?: string;
  @IsOptional() @IsString() reference?: string;
  @IsOptional() @IsString() to?: string;
}

/** Body of `POST /_faults`. */
export class FaultDto {
  @IsIn(TARGETS) target!: FaultTarget;
  @IsIn(ACTIONS) action!: FaultAction;
  @IsOptional() @ValidateNested() @Type(() => FaultMatchDto) match?: FaultMatchDto;
  @IsOptional() @IsInt() @Min(1) times?: number;
  @IsOptional() @IsNumber() @Min(0) @Max(1) chance?: number;
  @IsOptional() @IsInt() seed?: number;
  @IsOptional() @IsInt() @Min(0) @Max(MOST_MS) ms?: number;
  @IsOptional() @IsInt() @Min(0) @Max(1000) n?: number;
  @IsOptional() @IsString() code?: string;
}
