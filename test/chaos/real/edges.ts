import { TcpProxy } from '../../environment/tcp-proxy';

/** The ways between programs that a storm can worsen. */
export const EDGES = [
  'api-pg',
  'worker-pg',
  'api-temporal',
  'worker-temporal',
  'worker-gateway',
  'worker-carrier',
  'worker-smtp',
  'gateway-api',
] as const;
export type Edge = (typeof EDGES)[number];
export type Edges = Readonly<Record<Edge, TcpProxy>>;

type Places = Readonly<{ pg: string; temporal: string; sandbox: string; smtp: string; apis: readonly string[] }>;

/** One proxy per way, each letting everything through. */
export async function openEdges({ pg, temporal, sandbox, smtp, apis }: Places): Promise<Edges> {
  return {
    'api-pg': await TcpProxy.to(pg),
    'worker-pg': await TcpProxy.to(pg),
    'api-temporal': await TcpProxy.to(temporal),
    'worker-temporal': await TcpProxy.to(temporal),
    'worker-gateway': await TcpProxy.to(sandbox),
    'worker-carrier': await TcpProxy.to(sandbox),
    'worker-smtp': await TcpProxy.to(smtp),
    'gateway-api': await TcpProxy.to(...apis),
  };
}

/** Everything passes again as it should. */
export async function healEdge(edge: TcpProxy): Promise<void> {
  edge.dontCut();
  edge.worsen({ lagMs: 0, sliced: false });
  await edge.set('pass');
}
