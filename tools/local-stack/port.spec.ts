import { createServer, type AddressInfo } from 'node:net';
import { canBind, PortGiver } from './port';

describe('PortGiver', () => {
  const free = async (): Promise<boolean> => true;

  it('gives the port that a part has by habit when it is free', async () => {
    const told: string[] = [];
    const ports = new PortGiver((part, wanted, got) => told.push(`${part} ${wanted} ${got}`), free);
    await expect(ports.give('the api', 3000)).resolves.toBe(3000);
    expect(told).toEqual([]);
  });

  it('moves on from a taken port and says so', async () => {
    const told: string[] = [];
    const isFree = async (port: number): Promise<boolean> => port > 3001;
    const ports = new PortGiver((part, wanted, got) => told.push(`${part} ${wanted} ${got}`), isFree);
    await expect(ports.give('the api', 3000)).resolves.toBe(3002);
    expect(told).toEqual(['the api 3000 3002']);
  });

  it('never gives one port twice, not even to two that ask at once', async () => {
    const ports = new PortGiver(undefined, free);
    const given = await Promise.all(['a', 'b', 'c'].map((part) => ports.give(part, 4000)));
    expect(new Set(given).size).toBe(3);
  });

  it('gives up with a sentence that names the part', async () => {
    const ports = new PortGiver(undefined, async () => false);
    await expect(ports.give('the api', 3000)).rejects.toThrow('the api: no port is free from 3000 to 3199');
    await expect(ports.give('the api', 65_535)).rejects.toThrow('from 65535 to 65535');
  });

  it('sees a port that a program on this machine listens on', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(canBind(port)).resolves.toBe(false);
    await new Promise((resolve) => server.close(resolve));
    await expect(canBind(port)).resolves.toBe(true);
  });
});
