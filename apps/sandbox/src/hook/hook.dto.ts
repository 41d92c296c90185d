import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import type { HookOrder } from './hook-store';

export class HookOrderDto implements HookOrder {
  @IsOptional() @IsArray() @ArrayMaxSize(5) @IsString({ each: true }) readonly secrets?: string[];
  @IsOptional() @IsInt() @Min(200) @Max(599) readonly answer?: number;
  @IsOptional() @IsInt() @Min(1) @Max(1_000) readonly times?: number;
}
