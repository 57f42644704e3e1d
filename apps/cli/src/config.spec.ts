import { resolve } from 'node:path';
import { readConfig, readCount, readDuration, readPort } from './config';
import { UsageError } from './exit';

describe('settings', () => {
  it('have defaults that work', () => {
    expect(readConfig({})).toMatchObject({
      dataDirectory: resolve('data/ledger'),
      demoDirectory: resolve('data/demo'),
    });
  });

  it('take the ledger from DAYBOOK_DATA, and never load the sample there', () => {
    const config = readConfig({ DAYBOOK_DATA: 'elsewhere' });
    expect(config).toMatchObject({
      dataDirectory: resolve('elsewhere'),
      demoDirectory: resolve('data/demo'),
    });
  });

  it('show colour on a terminal alone, and never with NO_COLOR', () => {
    const terminal = Object.getOwnPropertyDescriptor(process.stdout, 'isTTY');
    try {
      Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
      expect(readConfig({}).colour).toBe(true);
      expect(readConfig({ NO_COLOR: '1' }).colour).toBe(false);
      Object.defineProperty(process.stdout, 'isTTY', { value: false, configurable: true });
      expect(readConfig({}).colour).toBe(false);
    } finally {
      Object.defineProperty(process.stdout, 'isTTY', terminal ?? { value: undefined, configurable: true });
    }
  });
});

describe('what is typed', () => {
  it.each([
    ['0', 0],
    ['3000', 3000],
    ['65535', 65_535],
  ])('%s is a port', (text, port) => {
    expect(readPort(text)).toBe(port);
  });

  it.each(['', '-1', '65536', '3e3', '８０'])('"%s" is no port', (text) => {
    expect(() => readPort(text)).toThrow(UsageError);
  });

  it.each([
    ['45s', 45],
    ['30m', 1_800],
    ['8h', 28_800],
    ['7d', 604_800],
  ])('%s is a length of time', (text, seconds) => {
    expect(readDuration(text)).toBe(seconds);
  });

  it.each(['', '8', '0h', '-1h', '1.5h', '8 h', '8w'])('"%s" is no length of time', (text) => {
    expect(() => readDuration(text)).toThrow(UsageError);
  });

  it.each(['', '-1', '1.0', 'x', '0'])('"%s" is no count from 1 on', (text) => {
    expect(() => readCount(text, 1)).toThrow(UsageError);
  });
});
