/** One request of an .http file, with its placeholders still in it. */
export type HttpRequest = Readonly<{
  title: string;
  name: string | null;
  /** Repeat until the body's field has that value. */ until: Readonly<{ field: string; value: string }> | null;
  method: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}>;
export type HttpFile = Readonly<{ variables: Readonly<Record<string, string>>; requests: readonly HttpRequest[] }>;

const VARIABLE = /^@(\w+)\s*=\s*(.*)$/;
const REQUEST_LINE = /^(GET|POST|PUT|DELETE)\s+(\S+)$/;

/** Reads the form that editors run: `@name = value`, requests parted by `###`, `# @name` and our own `# @until field = value`. Throws for a part without a request. */
export function readHttpFile(text: string): HttpFile {
  const [head = '', ...parts] = text.split(/^###/m);
  const variables: Record<string, string> = {};
  for (const line of head.split('\n')) {
    const [, name, value] = VARIABLE.exec(line) ?? [];
    if (name !== undefined && value !== undefined) variables[name] = value.trim();
  }
  return { variables, requests: parts.map(readRequest) };
}

function readRequest(part: string): HttpRequest {
  const [title = '', ...lines] = part.split('\n');
  const noted = (pattern: RegExp): RegExpExecArray | null => pattern.exec(lines.join('\n'));
  const start = lines.findIndex((line) => REQUEST_LINE.test(line));
  const [, method, url] = REQUEST_LINE.exec(lines[start] ?? '') ?? [];
  if (method === undefined || url === undefined) throw new Error(`No request in the part "${title.trim()}"`);
  const rest = lines.slice(start + 1);
  const blank = rest.indexOf('');
  const body = rest
    .slice(blank + 1)
    .join('\n')
    .trim();
  const [, field = '', value = ''] = noted(/^# @until (\S+) = (.+)$/m) ?? [];
  return {
    title: title.trim(),
    name: noted(/^# @name (\w+)$/m)?.[1] ?? null,
    until: field === '' ? null : { field, value: value.trim() },
    method,
    url,
    headers: Object.fromEntries(rest.slice(0, blank).map(readHeader)),
    body: body === '' ? null : body,
  };
}

function readHeader(line: string): [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
}
