import type { Harness } from './harness';
import { line, measure, paper, returnOf } from './sample';

const area = 'kent';
export const PLAN = 'making-kent-safer';
export const MEETING = 'kent-board-2023-03-15';
const ROADS = `${PLAN}/road-danger`;
const BOARD = 'kent-performance-and-delivery-board';

const asOffice = { as: 'office' } as const;
const robbery = { ...measure, id: 'robbery', title: 'Robbery' };

/**
 * Two plans, of which the second is in force; from its first priority hang a measure, a finding that says so
 * itself, a question, two commitments (one of them restricted), a decision, and what nobody knows. A board
 * met on 15 March 2023; after it a figure was revised and another published, the question was answered and a
 * date moved.
 */
export async function recordPlan(harness: Harness): Promise<void> {
  const office = (name: string, effectiveOn: string, body: object) =>
    harness.record(name, { area, effectiveOn, ...body }, asOffice);
  await recordPlans(office);
  await recordFigures(harness);
  await recordFinding(harness);
  const references = ['measure:kent/robbery', 'measure:kent/nothing'];
  await office('place-under-priority', '2022-09-14', { plan: PLAN, priority: 'road-danger', references });
  await recordMeeting(harness, office);
  const revised = { ...{ measure: 'robbery', period: '2022-07', value: '87' }, reason: 'More data arrived.' };
  const history = await harness.get('/figures/kent/robbery/2022-07/history');
  const of = history.json.items?.[0]?.id;
  await harness.record('revise-figure', {
    area,
    effectiveOn: '2023-05-01',
    paper: paper.id,
    ...revised,
    of,
    place: 'table 1',
  });
  const august = { ...line, measure: 'robbery', period: '2022-08', value: '70' };
  await harness.record('submit-return', { ...returnOf(august), effectiveOn: '2023-05-01' });
}

type Office = (name: string, effectiveOn: string, body: object) => Promise<unknown>;

async function recordPlans(office: Office): Promise<void> {
  const first = { id: 'plan-2017', title: 'The plan of 2017', from: '2017', priorities: [] };
  await office('adopt-plan', '2017-12-06', first);
  const priorities = [
    { number: 1, id: 'road-danger', title: 'Less danger on the roads', setFor: 'kent-police' },
    { number: 2, id: 'young-people', title: 'Young people kept safe' },
  ];
  const plan = {
    id: PLAN,
    title: 'Making Kent Safer',
    from: '2022-04',
    until: '2025',
    succeeds: 'plan-2017',
  };
  await office('adopt-plan', '2022-04-01', { ...plan, priorities });
}

async function recordFigures(harness: Harness): Promise<void> {
  await harness.record('record-paper', paper);
  await harness.record('define-measure', robbery);
  await harness.record('submit-return', returnOf({ ...line, measure: 'robbery', value: '85' }));
}

async function recordFinding(harness: Harness): Promise<void> {
  const published = { area, effectiveOn: '2022-04-28' };
  const inspection = { id: 'peel', kind: 'force', inspectorate: 'hmicfrs', title: 'PEEL' };
  const as = 'inspector';
  await harness.record(
    'record-inspection',
    { ...published, ...inspection, publishedOn: '2022-04-28' },
    { as },
  );
  const finding = { id: 'afi-01', inspection: 'peel', kind: 'afi', title: 'Recording of crime' };
  const about = [`priority:kent/${ROADS}`];
  await harness.record(
    'raise-finding',
    { ...published, ...finding, about, addressees: ['kent-police'] },
    { as },
  );
}

async function recordMeeting(harness: Harness, office: Office): Promise<void> {
  await office('register-body', '2021-05-13', {
    id: BOARD,
    kind: 'board',
    title: 'The board',
    within: 'kent-pcc',
  });
  await office('call-meeting', '2023-02-20', {
    id: MEETING,
    body: BOARD,
    title: 'Board of March',
    on: '2023-03-15',
  });
  await office('hold-meeting', '2023-03-15', { meeting: MEETING });
  const asked = { id: 'patrols-question', title: 'How many patrols are there?', to: 'kent-chief-constable' };
  await office('ask-question', '2023-03-15', {
    ...asked,
    priority: ROADS,
    words: 'How many?',
    meeting: MEETING,
  });
  const answer = { question: asked.id, extent: 'full', answer: 'Twelve.' };
  await harness.record('answer-question', { area, effectiveOn: '2023-04-18', ...answer });
  const promise = {
    kind: 'action',
    owner: 'kent-police',
    to: 'kent-pcc',
    due: '2023-05-01',
    promise: 'Soon.',
  };
  const make = { area, effectiveOn: '2023-03-15', ...promise };
  await harness.record('make-commitment', { ...make, id: 'patrols', title: 'More patrols' });
  const secret = { id: 'secret', title: 'A secret promise', priority: ROADS, access: 'restricted' };
  await harness.record('make-commitment', { ...make, ...secret });
  const references = ['commitment:kent/patrols'];
  await office('place-under-priority', '2023-03-15', { plan: PLAN, priority: 'road-danger', references });
  const move = { commitment: 'patrols', to: '2023-06-01', reason: 'Training.' };
  await harness.record('ask-commitment-move', { area, effectiveOn: '2023-04-20', ...move });
  await office('agree-commitment-move', '2023-04-25', { commitment: 'patrols' });
  const decision = {
    id: 'grant',
    office: 'kent-pcc',
    title: 'A grant for roads',
    reasons: 'They are dangerous.',
  };
  await office('record-decision', '2023-04-20', { ...decision, about: [`priority:kent/${ROADS}`] });
}
