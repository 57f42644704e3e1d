import type { Access, Actor, FreeText, Precision } from '@daybook/ledger';
import type { Example } from '@daybook/ledger/testing';
import type { GivenPaper, PaperOnRecord } from '@daybook/provenance';
import type { RegisterBook } from '../book';
import type {
  BodyContent,
  BodyRegistered,
  BodySucceeded,
  OfficeFilled,
  OfficeVacated,
  RegisterEvent,
} from '../register.events';

/** A small made-up register: one area, its office, a mayor who takes its place, a board and some offices. */
export const office: Actor = { person: 'person-o', role: 'office', body: 'kent-pcc' };
export const mayorsOffice: Actor = { person: 'person-m', role: 'office', body: 'kent-mayor' };

/** A decider on a history of whatever the register holds. */
export type OnRegister<Input> = Example<Input, RegisterBook, RegisterEvent, GivenPaper>;

export const officePaper: PaperOnRecord = {
  ...{ id: 'paper-o', issuedBy: 'kent-pcc', area: 'kent', access: 'public' },
};

/** The day from which the mayor stands in for the commissioner, and days around it. */
export const BEFORE = '2028-04-01';
export const ON = '2028-05-09';
export const AFTER = '2028-06-30';
export const TODAY = '2028-09-01';

export const MAYOR = 'kent-mayor';
export const PCC = 'kent-pcc';
export const BOARD = 'kent-performance-and-delivery-board';
export const FINANCE = 'kent-chief-finance-officer';
export const CHIEF = 'kent-chief-constable';

/** What a fact may say of its circumstances, whatever it is. */
export interface When {
  readonly effectiveOn?: string;
  readonly precision?: Precision;
  readonly access?: Access;
  readonly paper?: string;
}

function circumstances({ effectiveOn = BEFORE, precision = 'day', access = 'public', paper }: When) {
  const source = paper ? { source: { paper, place: 'p. 1' } } : {};
  return { schema: 1, effectiveOn, precision, access, ...source };
}

function aboutOf(ids: readonly string[], { paper }: When): readonly string[] {
  return [...ids.map((id) => `body:${id}`), ...(paper ? [`paper:${paper}`] : [])];
}

export function registered(body: string, content: BodyContent, when: When = {}): BodyRegistered {
  const { within } = content;
  return {
    type: 'register.body-registered',
    ...circumstances(when),
    about: aboutOf([body, ...(within ? [within] : [])], when),
    data: { area: 'kent', body, ...content },
  };
}

export function filled(
  id: string,
  { holder = null, acting = false }: { readonly holder?: FreeText; readonly acting?: boolean } = {},
  when: When = {},
): OfficeFilled {
  return {
    type: 'register.office-filled',
    ...circumstances(when),
    about: aboutOf([id], when),
    data: { area: 'kent', office: id, holder, acting },
  };
}

export function vacated(id: string, when: When = {}): OfficeVacated {
  return {
    type: 'register.office-vacated',
    ...circumstances(when),
    about: aboutOf([id], when),
    data: { area: 'kent', office: id },
  };
}

export function succeeded(
  body: string,
  successor: string,
  when: When = { effectiveOn: ON },
  reason: FreeText = null,
): BodySucceeded {
  return {
    type: 'register.body-succeeded',
    ...circumstances(when),
    about: aboutOf([body, successor], when),
    data: { area: 'kent', body, successor, reason },
  };
}

export const mayorContent: BodyContent = {
  ...{ kind: 'local-policing-body', title: 'Mayor of Kent', within: null },
};
export const boardContent: BodyContent = {
  ...{ kind: 'board', title: 'Performance and Delivery Board', within: PCC },
};
export const financeContent: BodyContent = {
  ...{ kind: 'office', title: 'Chief Finance Officer', within: PCC },
};

export const mayor = registered(MAYOR, mayorContent);
export const board = registered(BOARD, boardContent);
export const finance = registered(FINANCE, financeContent);
