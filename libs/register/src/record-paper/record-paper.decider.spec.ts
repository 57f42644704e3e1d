import { givenWhenThen } from '@daybook/ledger/testing';
import type { PaperRecorded } from '../register.events';
import { recordPaper, type RecordPaperInput } from './record-paper.decider';

const papers = givenWhenThen(recordPaper);
const TODAY = '2026-01-15';
const asked: RecordPaperInput = {
  ...{
    id: 'kent-performance-2022-09-14',
    area: 'kent',
    title: 'What the force delivered',
    issuedBy: 'kent-police',
  },
  dated: '2022-09-14',
};

function recordedAs(parts: Partial<PaperRecorded['data']> = {}, effectiveOn = '2022-09-14'): PaperRecorded {
  return {
    ...{ type: 'register.paper-recorded', schema: 1, effectiveOn, precision: 'day', access: 'public' },
    about: ['paper:kent-performance-2022-09-14', 'body:kent-police'],
    data: {
      ...{
        paper: 'kent-performance-2022-09-14',
        area: 'kent',
        title: 'What the force delivered',
        issuedBy: 'kent-police',
      },
      ...{ dated: '2022-09-14', published: null, considered: null, url: null, sha256: null },
      ...parts,
    },
  };
}

describe('record-paper', () => {
  it('1. records a paper once', () => {
    papers.when(asked).then([recordedAs()]);
    papers
      .given([recordedAs()])
      .when({ ...asked, title: 'Another' })
      .thenRefused('register.paper-exists', { retryable: false });
    expect(papers.given([recordedAs()]).state()).toEqual({
      ...{ id: asked.id, area: 'kent', issuedBy: 'kent-police', access: 'public' },
    });
    expect(papers.state()).toBeUndefined();
  });

  it('2. is effective on the day given, or when published, or on the day it is dated', () => {
    const published = { published: '2022-09-20' };
    papers.when({ ...asked, ...published }).then([recordedAs(published, '2022-09-20')]);
    papers
      .when({ ...asked, ...published, effectiveOn: '2022-10-01' })
      .then([recordedAs(published, '2022-10-01')]);
    papers.when({ ...asked, effectiveOn: '', published: '' }).then([recordedAs()]);
    papers.when({ ...asked, dated: null }).thenRefused('register.date-missing');
    papers.when({ ...asked, dated: null, considered: '2022-09-28' }).thenRefused('register.date-missing');
  });

  it('2. is effective in a month where only that is known: its last day, kept as a month', () => {
    const month = { ...recordedAs({ dated: null }, '2022-02-28'), precision: 'month' as const };
    papers.when({ ...asked, dated: null, effectiveOn: '2022-02' }).then([month]);
    papers
      .when({ ...asked, effectiveOn: TODAY.slice(0, 7) })
      .thenRefused('register.future-date', { fields: [{ field: '/effectiveOn' }] });
    papers.when({ ...asked, effectiveOn: '2022-13' }).thenRefused('register.bad-date');
  });

  it.each(['2022-02-30', '14 September 2022', '2022-09', '２０２２-09-14', '2022-9-14'])(
    '3. %s is no date',
    (dated) => {
      papers.when({ ...asked, dated }).thenRefused('register.bad-date', { fields: [{ field: '/dated' }] });
    },
  );

  it('3. lies not in the future, but for the meeting that considers it; every wrong date is named', () => {
    papers.when({ ...asked, dated: TODAY }).then([recordedAs({ dated: TODAY }, TODAY)]);
    for (const field of ['dated', 'published', 'effectiveOn'] as const)
      papers
        .when({ ...asked, [field]: '2026-01-16' })
        .thenRefused('register.future-date', { fields: [{ field: `/${field}` }] });
    papers.when({ ...asked, considered: '2026-02-01' }).then([recordedAs({ considered: '2026-02-01' })]);
    papers.when({ ...asked, dated: 'x', published: '2027-01-01' }).thenRefused('register.bad-paper', {
      fields: [
        { field: '/dated', code: 'register.bad-date' },
        { field: '/published', code: 'register.future-date' },
      ],
    });
  });

  it('4. keeps what is known of it, and markup in a title as text', () => {
    const known = {
      title: '<script>alert(1)</script>',
      url: 'https://example.org/a.pdf',
      sha256: 'a'.repeat(64),
    };
    papers.when({ ...asked, ...known }).then([recordedAs(known)]);
    papers.when({ ...asked, url: '', sha256: '' }).then([recordedAs()]);
  });

  it('5. may be restricted', () => {
    papers.when({ ...asked, access: 'restricted' }).then([{ ...recordedAs(), access: 'restricted' }]);
    const closed = papers.given([{ ...recordedAs(), access: 'restricted' }]);
    expect(closed.state()).toMatchObject({ area: 'kent', access: 'restricted' });
  });
});
