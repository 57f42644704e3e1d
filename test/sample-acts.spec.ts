import { readSample, type SampleAct, type SampleFolder } from '@daybook/sample-kent';
import { isDate } from '@daybook/ledger';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const INSPECTED = 'kent-peel-2021-22';
const folders = readSample();
const acts = folders.flatMap(({ acts: of }) => of);

/** The parts of a body that every command has. */
const HEADING = ['area', 'effectiveOn', 'paper', 'place', 'for'];
/** The parts of each command that the sample uses. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'record-inspection': [
    'id',
    'kind',
    'inspectorate',
    'programme',
    'cycle',
    'title',
    'publishedOn',
    'scale',
    'forceInspected',
    'replyDueOn',
  ],
  'give-grade': [
    'inspection',
    'question',
    'questionTitle',
    'grade',
    'firstPublishedIn',
    'comparability',
    'comparable',
  ],
  'raise-finding': ['inspection', 'id', 'kind', 'number', 'title', 'question', 'addressees'],
  'group-findings': ['inspection', 'id', 'title', 'findings'],
  'anticipate-completion': ['finding', 'anticipated'],
  'report-progress': ['finding', 'report', 'taken', 'planned'],
  'accept-finding': ['finding', 'reason'],
  'record-tally': ['inspection', 'occasion', 'parts', 'sum'],
};

const named = (command: string): readonly SampleAct[] => acts.filter((act) => act.command === command);
const ofInspection = (command: string, inspection = INSPECTED): readonly SampleAct['body'][] =>
  named(command)
    .map(({ body }) => body)
    .filter((body) => body.inspection === inspection);

describe('what the Kent papers say about inspections', () => {
  it.each(acts.map((act) => ({ ...act, name: `${act.body.paper}: ${act.id}` })))(
    'is well formed: $name',
    ({ command, as, body }) => {
      const { paper } = folderOf(body.paper);
      expect(Object.keys(body).filter((key) => ![...HEADING, ...PARTS[command]!].includes(key))).toEqual([]);
      expect(body.place).toMatch(/\S/);
      expect(isDate(body.effectiveOn) || /^\d{4}-(0[1-9]|1[0-2])$/.test(body.effectiveOn)).toBe(true);
      expect(body.effectiveOn <= paper.effectiveOn).toBe(true);
      // The force and the inspectorate enter what their own papers say; the office writes down the rest.
      if (as !== 'office') expect(paper.issuedBy).toBe(as === 'force' ? 'kent-police' : 'hmic');
      expect(as === 'office' || body.for === undefined).toBe(true);
    },
  );

  it('names each act once in its paper', () => {
    const ids = acts.map(({ id, body }) => `${body.paper} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names no inspection and no finding that was not put on record before, on an earlier day or the same', () => {
    const since = new Map<string, string>();
    const missing: string[] = [];
    for (const { id, command, body } of acts) {
      const findings = command === 'group-findings' ? (body.findings as string[]) : [body.finding];
      for (const ref of [body.inspection, ...findings])
        if (typeof ref === 'string' && !((since.get(ref) ?? '9') <= body.effectiveOn))
          missing.push(`${id}: ${ref}`);
      if (['record-inspection', 'raise-finding'].includes(command))
        since.set(String(body.id), body.effectiveOn);
    }
    expect(missing).toEqual([]);
  });
});

describe('what the Kent papers say of bodies, and of what was asked, promised and decided', () => {
  const said = folders.flatMap(({ register, scrutiny }) => [...register, ...scrutiny]);

  it.each(said.map((act) => ({ ...act, name: `${act.body.paper}: ${act.command} ${act.id}` })))(
    'is entered by the office, from a place in the paper, no later than that: $name',
    ({ as, body: { effectiveOn, paper, place, area } }) => {
      expect({ as, area }).toEqual({ as: 'office', area: 'kent' });
      expect(place).toMatch(/\S/);
      expect(isDate(effectiveOn) || /^\d{4}-(0[1-9]|1[0-2])$/.test(effectiveOn)).toBe(true);
      expect(effectiveOn <= folderOf(paper).paper.effectiveOn).toBe(true);
    },
  );

  it('is named once in its paper', () => {
    const ids = said.map(({ id, body }) => `${body.paper} ${id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

function folderOf(id: string): SampleFolder {
  const folder = folders.find(({ paper }) => paper.id === id);
  if (!folder) throw new Error(`No paper ${id} is in the sample.`);
  return folder;
}

describe('the source texts', () => {
  const seeds = join(__dirname, '..', '..', 'shared', 'seeds');
  const present = existsSync(seeds);
  const nothing = present ? '' : ' (they are not at hand: nothing was compared)';
  const seed = (number: string): string =>
    readFileSync(
      join(
        seeds,
        readdirSync(seeds).find((name) => name.startsWith(number))!,
      ),
      'utf8',
    );

  it(`have the same areas for improvement, and the month promised for each${nothing}`, () => {
    if (!present) return;
    expect(promisedIn(seed('004_'))).toEqual(promisedInSample());
  });

  it(`have the same number of them in February 2016${nothing}`, () => {
    if (!present) return;
    const lists = seed('003_').match(/^Areas for improvement\n+- .+$/gm) ?? [];
    expect(ofInspection('raise-finding', 'kent-peel-2015-effectiveness')).toHaveLength(lists.length);
  });
});

/** The months of the improvement plan by the number of the area for improvement, as its slides print them. */
function promisedIn(text: string): Record<string, string> {
  const months: Record<string, string> = {};
  let waiting: string[] = [];
  for (const line of text.split('\n')) {
    const item = /^(?:### )?(\d+)\. /.exec(line)?.[1];
    if (item) waiting.push(item);
    const printed = /Anticipated Completion (\w+ \d{4})/.exec(line)?.[1];
    if (!printed) continue;
    for (const number of waiting) months[number] = printed;
    waiting = [];
  }
  return months;
}

/** The same as the sample has it: a date promised for one of a group is promised for all of it. */
function promisedInSample(): Record<string, string> {
  const groups = ofInspection('group-findings').map(({ findings }) => findings as string[]);
  const dates = named('anticipate-completion').flatMap(({ body }) => {
    const together = groups.find((group) => group.includes(String(body.finding))) ?? [String(body.finding)];
    return together.map((finding): [string, string] => [
      String(Number(finding.slice(-2))),
      String(body.anticipated),
    ]);
  });
  return Object.fromEntries(dates);
}
