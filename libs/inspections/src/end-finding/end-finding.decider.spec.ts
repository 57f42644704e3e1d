import { stateOn } from '../book';
import type { InspectionsEvent } from '../inspections.events';
import { missingOf } from '../see-findings/standing';
import { asked, examplesOf } from '../testing/deeds';
import { AFI, LAST, LATER, act, because, inspected, inspector, raised } from '../testing/facts';
import { BEGINNING, STANDINGS, closed, type Standing } from '../testing/standings';

const by = { by: inspector, given: {} };
const NEXT = 'kent-peel-2023-afi-01';
const later: readonly InspectionsEvent[] = [
  inspected({ inspection: 'kent-peel-2023' }),
  raised({ finding: NEXT, inspection: 'kent-peel-2023' }, { effectiveOn: LAST }),
  raised({ finding: 'afi-02' }, { effectiveOn: LAST }),
  raised({ finding: 'older', inspection: 'kent-peel-2023' }),
];

function missing(facts: readonly InspectionsEvent[], addressee = 'kent-police'): readonly string[] {
  const beginning = [inspected(), raised({ addressees: [addressee] })];
  const { findings } = examplesOf('close-finding').given(beginning).given(facts).state();
  return missingOf(stateOn(findings.get(AFI)!, addressee, LAST));
}

describe('ending a finding', () => {
  it.each([
    ['open', ['claim', 'assurance']],
    ['disputed', ['claim', 'assurance']],
    ['claimed', ['assurance']],
    ['open, its claim declined', ['assurance']],
    ['assured', []],
    ['open, once closed', ['claim', 'assurance']],
  ] as [Standing, string[]][])('31. closes what is %s, and shows what is missing', (standing, expected) => {
    const facts = [...STANDINGS[standing]];
    const outcome = examplesOf('close-finding').given(BEGINNING).given(facts).when(asked(), by);
    expect(missing([...facts, ...outcome.events()])).toEqual(expected);
    if (standing !== 'open, once closed') expect(missing(facts)).toEqual([]);
  });

  it('31. closes what is no force’s without an assurance', () => {
    const claimed = act('inspections.discharge-claimed', { addressees: ['college'] });
    const closing = act('inspections.finding-closed', { addressees: ['college'] });
    expect(missing([claimed, closing], 'college')).toEqual([]);
    expect(missing([closing], 'college')).toEqual(['claim']);
  });

  it('31. opens again, so that the claims of before count no longer', () => {
    const { findings } = examplesOf('reopen-finding')
      .given(BEGINNING)
      .given(STANDINGS['open, once closed'])
      .state();
    const state = stateOn(findings.get(AFI)!, 'kent-police', LAST);
    expect(state).toMatchObject({ status: 'open', claim: null, ended: null });
    expect(state.reopened?.effectiveOn).toBe(LATER);
  });

  it.each([
    ['carry-forward-finding', 'into'],
    ['supersede-finding', 'supersededBy'],
  ] as const)('32. %s names a finding of a later inspection, or none', (deed, field) => {
    const book = examplesOf(deed).given(BEGINNING).given(later);
    book.when(asked({ [field]: NEXT }), by).then([
      expect.objectContaining({
        about: [
          `finding:kent/${AFI}`,
          'inspection:kent/kent-peel-2021-22',
          'body:kent-police',
          `finding:kent/${NEXT}`,
        ],
        data: expect.objectContaining({ [field]: NEXT, reason: because }) as object,
      }),
    ]);
    book
      .when(asked(), by)
      .then([expect.objectContaining({ data: expect.objectContaining({ [field]: null }) as object })]);
    const refused = (id: string, code: string): void =>
      book
        .when(asked({ [field]: id }), by)
        .thenRefused(`inspections.${code}`, { fields: [{ field: `/${field}` }] });
    refused('unheard-of', 'unknown-finding');
    refused('afi-02', 'not-a-later-finding');
    refused('older', 'not-a-later-finding');
    refused(AFI, 'not-a-later-finding');
  });

  it('32. is said in sentences that name the day and what could be done', () => {
    const book = examplesOf('withdraw-finding').given(BEGINNING).given([closed]);
    const { decided } = book.when(asked(), by);
    expect(decided).toMatchObject({
      message: `On 2022-10-31 ${AFI} was closed for kent-police, from 2022-09-14. It could be reopened.`,
      detail: { status: 'closed', possible: ['reopen-finding'] },
    });
  });
});
