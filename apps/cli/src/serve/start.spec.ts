import { start } from './start';
import { startWebApp } from './web-app';

jest.mock('./web-app');

it.each<[what: string, noSignIn: string | undefined, lines: readonly string[]]>([
  ['where people can sign in', undefined, []],
  ['where nobody can sign in', 'Nobody can sign in here.', ['Nobody can sign in here.']],
])('says where it answers and where its ledger is, %s', async (_what, noSignIn, lines) => {
  const address = 'http://127.0.0.1:3000';
  jest.mocked(startWebApp).mockResolvedValue({ address, ...(noSignIn && { noSignIn }) });
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  await start({ data: '/srv/daybook' });
  const printed = write.mock.calls.map(([text]) => String(text)).join('');
  write.mockRestore();
  expect(printed.split('\n')).toEqual([
    `Daybook is at ${address}`,
    ...lines,
    'Its ledger is in /srv/daybook. Stop it with Ctrl+C.',
    '',
  ]);
});
