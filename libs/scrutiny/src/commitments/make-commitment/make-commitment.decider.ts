import type { Expected } from '@daybook/due-dates';
import { Refusal, type Context, type Decider, type FreeText, type Problem } from '@daybook/ledger';
import { headed, secondHand, type GivenPaper, type Setting } from '@daybook/provenance';
import { known, scrutinyBook, type ScrutinyBook } from '../../book';
import type { CommitmentKind } from '../../codes';
import { accessesAbout, checkAbout } from '../../references';
import { priorityRef, subjectRef, type CommitmentMade } from '../../scrutiny.events';
import {
  accessOfPlace,
  checkBodyKnown,
  checkPlace,
  dayOf,
  officeOf,
  readPartysSetting,
  refused,
  type Placed,
  type Spoken,
} from '../../setting';
import { checkNotBefore, isProblem, readDue } from '../due';
import { isOneBody } from '../sides';
import { checkTarget, targetIn, type TargetSent } from '../target';

export interface MakeCommitmentInput extends Spoken, Placed {
  readonly id: string;
  readonly kind: CommitmentKind;
  readonly title: string;
  readonly promise?: FreeText;
  /** The body or office that promises. */
  readonly owner: string;
  readonly to?: string | null;
  /** A day, a month or words. */
  readonly due?: string | null;
  readonly dueEarliest?: string | null;
  readonly dueLatest?: string | null;
  readonly about?: readonly string[] | null;
  readonly priority?: string | null;
  readonly target?: TargetSent | null;
}

type Making = Decider<MakeCommitmentInput, ScrutinyBook, CommitmentMade, GivenPaper>;

/** Something is promised. What becomes of it are acts of their own. */
export const makeCommitment: Making = {
  ...scrutinyBook,
  decide(input, book, context) {
    const { area, id, owner, about } = input;
    if (known(book, 'commitment', id))
      return new Refusal('scrutiny.commitment-exists', `Commitment ${id} is on record in this area already.`);
    const day = dayOf(input, context);
    const of = [accessOfPlace(input, day, book), ...accessesAbout(area, about, book)];
    const setting = readPartysSetting(input, owner, of, context);
    const due = dueIn(input, day, book);
    const problems = [
      ...('actor' in setting ? [] : setting),
      ...checkSides(input, context),
      ...checkPlace(input, day, book, context),
      ...checkAbout(area, about, book, context),
      ...(isProblem(due) ? [due] : []),
      ...('actor' in setting && !isProblem(due) ? checkNotBefore(due, setting, '/due') : []),
      ...checkTarget(input.kind, input.target),
    ];
    if (problems.length > 0 || !('actor' in setting) || isProblem(due)) return refused(NOT_MADE, problems);
    return [made(input, due, setting, context)];
  },
};

const NOT_MADE = 'The commitment was not recorded.';

/** The days beside it have names of their own here. */
function dueIn(input: MakeCommitmentInput, day: string, book: ScrutinyBook): Expected | Problem {
  const { due, dueEarliest: earliest, dueLatest: latest, meeting = null, to = null } = input;
  const read = readDue({ anticipated: due, earliest, latest }, day, { meeting, to }, book, '/due');
  if (!isProblem(read)) return read;
  const field = { '/earliest': '/dueEarliest', '/latest': '/dueLatest' }[read.field] ?? read.field;
  return { ...read, field };
}

function checkSides({ area, owner, to }: MakeCommitmentInput, context: Context<GivenPaper>): Problem[] {
  const unknown = [
    ...checkBodyKnown(area, owner, '/owner', context),
    ...checkBodyKnown(area, to, '/to', context),
  ];
  if (!to || unknown.length > 0 || !isOneBody(owner, to, context.given.bodies)) return unknown;
  const message = `${owner} and ${to} are of one body, which promises itself nothing here. Leave "to" out where it is not said to whom else.`;
  return [{ field: '/to', code: 'scrutiny.promised-to-itself', message }];
}

function made(
  input: MakeCommitmentInput,
  due: Expected,
  setting: Setting,
  context: Context<GivenPaper>,
): CommitmentMade {
  const { area, id: commitment, kind, title, owner, paper } = input;
  const [to, meeting, item] = [input.to || null, input.meeting || null, input.item || null];
  const priority = input.priority || null;
  const about = [
    subjectRef({ kind: 'commitment', id: commitment }, area),
    ...(meeting ? [subjectRef({ kind: 'meeting', id: meeting }, area)] : []),
    ...[owner, to].flatMap((body) => (body ? [`body:${body}`] : [])),
    ...(priority ? [priorityRef(area, priority)] : []),
    ...(input.about ?? []),
    ...(paper ? [`paper:${paper}`] : []),
  ];
  return {
    type: 'scrutiny.commitment-made',
    ...headed(setting),
    about: [...new Set(about)],
    data: {
      ...{ area, office: officeOf(input, owner, context), commitment, kind, title },
      ...{ promise: input.promise ?? null, owner, to, meeting, item, due },
      ...{ target: targetIn(input.target), priority, ...secondHand(setting) },
    },
  };
}
