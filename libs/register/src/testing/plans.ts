import type { Access, Actor } from '@daybook/ledger';
import type { BodyOnRecord, PaperOnRecord } from '@daybook/provenance';
import { planRef, type PlanAdopted, type PlansEvent } from '../register.events';

/** A small made-up register: one area, its office, a plan with two priorities, and days of its life. */
export const office: Actor = { person: 'person-o', role: 'office', body: 'kent-pcc' };
export const officePaper: PaperOnRecord = {
  ...{ id: 'paper-o', area: 'kent', issuedBy: 'kent-pcc', access: 'public' },
};

export const ADOPTED = '2022-04-30';
export const LATER = '2022-09-14';
export const LAST = '2023-03-15';
export const PLAN = 'making-kent-safer';

/** A mayor who takes the commissioner's place in 2024. */
export const mayor: Actor = { person: 'person-m', role: 'office', body: 'kent-mayor' };
const body = { kind: 'local-policing-body', within: null } as const;
export const successors = new Map<string, BodyOnRecord>([
  [
    'kent-pcc',
    { ...body, id: 'kent-pcc', title: 'PCC', succeededBy: { body: 'kent-mayor', on: '2024-05-02' } },
  ],
  ['kent-mayor', { ...body, id: 'kent-mayor', title: 'Mayor', succeededBy: null }],
]);

export const road = { number: 1, id: 'road-danger', title: 'Less danger on the roads' };
export const young = { number: 2, id: 'young-people', title: 'Young people kept safe' };

export function adopted(
  data: Partial<PlanAdopted['data']> = {},
  { effectiveOn = ADOPTED, access = 'public' }: { effectiveOn?: string; access?: Access } = {},
): PlanAdopted {
  const priorities = [road, young].map(({ number, id, title }) => ({
    ...{ number, priority: id, title, setFor: null },
  }));
  return {
    ...{ type: 'register.plan-adopted', schema: 1, effectiveOn, precision: 'day', access },
    about: [planRef('kent', data.plan ?? PLAN)],
    data: {
      ...{ area: 'kent', plan: PLAN, succeeds: null, title: 'Making Kent Safer', from: '2022-04' },
      ...{ until: '2025', priorities, ...data },
    },
  };
}

/** What was said of the plan later. */
export function said<Type extends Exclude<PlansEvent['type'], 'register.plan-adopted'>>(
  type: Type,
  data: Partial<Extract<PlansEvent, { readonly type: Type }>['data']>,
  { effectiveOn = LATER, access = 'public' }: { effectiveOn?: string; access?: Access } = {},
): Extract<PlansEvent, { readonly type: Type }> {
  const varied = { title: null, until: null, priorities: null, reason: null };
  const own = type === 'register.plan-varied' ? varied : { priority: road.id, references: [] };
  return {
    ...{ type, schema: 1, effectiveOn, precision: 'day', access, about: [planRef('kent', PLAN)] },
    data: { area: 'kent', plan: PLAN, ...own, ...data },
  } as unknown as Extract<PlansEvent, { readonly type: Type }>;
}
