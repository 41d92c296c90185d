import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Env } from '../env';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** These are packed already. */
const PACKED = new Set(['.woff2']);
const pack = promisify(gzip);

export type Asset = Readonly<{ type: string; plain: Buffer; gzip: Buffer | null }>;

/** The built console, read from its folder when first asked for; a file that was not there at boot does not exist. */
@Injectable()
export class WebBuild {
  private readonly root: string;
  private readonly names: ReadonlySet<string>;
  private readonly assets = new Map<string, Promise<Asset>>();
  private readonly page: string | undefined;

  constructor({ WEB_BUILD }: Env) {
    this.root = WEB_BUILD ?? path.resolve(__dirname, '..', 'web');
    const isBuilt = existsSync(path.join(this.root, 'console.html'));
    this.page = isBuilt ? readFileSync(path.join(this.root, 'console.html'), 'utf8') : undefined;
    this.names = new Set(isBuilt ? filesOf(this.root) : []);
  }

  /** The page of the console with its placeholders; `undefined` where nothing was built. */
  get consolePage(): string | undefined {
    return this.page;
  }

  /** Fonts that every page needs. */
  get fonts(): readonly string[] {
    return [...this.names].filter((name) => /heebo-(?:hebrew|latin)-wght.*\.woff2$/.test(name));
  }

  /** A file by its name in the folder; `undefined` for any other text. Kept, packed, after the first call. */
  async asset(name: string): Promise<Asset | undefined> {
    if (!this.names.has(name)) return undefined;
    const known = this.assets.get(name) ?? this.read(name);
    this.assets.set(name, known); // Bounded by the files of the build.
    return known;
  }

  private async read(name: string): Promise<Asset> {
    const plain = readFileSync(path.join(this.root, name));
    const ending = path.extname(name);
    return {
      type: TYPES[ending] ?? 'application/octet-stream',
      plain,
      gzip: PACKED.has(ending) ? null : await pack(plain),
    };
  }
}

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
