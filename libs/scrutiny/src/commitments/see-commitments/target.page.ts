import type { FigureItem } from '@daybook/figures';
import { breakdownInWords, periodInWords, withUnit } from '@daybook/notation';
import { longDate, nameOf, separated, withQuery, type Visit } from '@daybook/pages';
import type { CommitmentInFull } from './commitment.query';
import type { TargetCompared } from './target-compared';
import {
  COUNTING_WORDS,
  SENSE_WORDS,
  VERDICT_WORDS,
  WHY_NOT_SAID_WORDS,
  type WordInTag,
} from './wording.page';

/** A target beside its figures, for a template. */
export interface TargetShown {
  /** "At least 4,144.9 full-time equivalents: the figure of its period". */
  readonly promised: string;
  readonly measure: { readonly text: string; readonly href: string };
  readonly verdict: WordInTag;
  /** Why it cannot be said, how far it is from the target, when it is due. */
  readonly sentences: readonly string[];
  readonly rows: readonly {
    readonly period: string;
    readonly href: string;
    readonly value: string;
    readonly since: string;
    readonly status: string;
  }[];
  /** The sum of several figures. */
  readonly sum: string | undefined;
}

/** Undefined of what is no target, and of one to which nobody is held any more. */
export function targetShown(visit: Visit, item: CommitmentInFull): TargetShown | undefined {
  const { target, comparison, area } = item;
  if (!target || !comparison) return undefined;
  const { measureTitle, unit, verdict, figures, value } = comparison;
  const breakdown = Object.entries(target.breakdown).map(([name, part]) => `${name}=${part}`);
  const canonical = breakdown.sort().join(';');
  const of = [measureTitle ?? target.measure, breakdownInWords(canonical)].filter((part) => part !== '');
  const promised = `${SENSE_WORDS[target.sense]} ${withUnit(target.value, unit)}`;
  const linkTo = (period: string): string =>
    visit.link(
      withQuery(`/${area}/figures/${target.measure}/${period}`, { breakdown: canonical || undefined }),
    );
  return {
    promised: `${promised.charAt(0).toUpperCase()}${promised.slice(1)}: ${COUNTING_WORDS[target.counting]}`,
    measure: { text: of.join(', '), href: visit.link(`/${area}/figures/${target.measure}`) },
    verdict: VERDICT_WORDS[verdict],
    sentences: sentencesOf(comparison),
    rows: figures.map(({ period, figure }) => ({
      ...{ period: periodInWords(period), href: linkTo(period) },
      value: figure ? valueOf(figure) : 'none on record',
      since: figure ? longDate(figure.effectiveOn, figure.precision) : '',
      status: figure?.status ?? '',
    })),
    sum: figures.length > 1 && value !== null ? withUnit(value, unit) : undefined,
  };
}

function valueOf({ value, unit, kind, withheldBy }: FigureItem): string {
  if (value !== null) return withUnit(value, unit);
  if (kind === 'withdrawn') return 'withdrawn';
  return withheldBy ? `withheld by ${nameOf(withheldBy)}` : 'no value';
}

function sentencesOf({ why, verdict, dueOn, difference }: TargetCompared): string[] {
  return [
    ...(why ? [WHY_NOT_SAID_WORDS[why]] : []),
    ...(difference === null ? [] : [differenceInWords(difference)]),
    ...(verdict === 'not-yet-due' && dueOn
      ? [`It is held against its figures after ${longDate(dueOn)}.`]
      : []),
  ];
}

function differenceInWords(difference: string): string {
  if (/^-?0(\.0+)?$/.test(difference)) return 'The figure on record is the target exactly.';
  const side = difference.startsWith('-') ? 'below' : 'above';
  return `The figure on record is ${separated(difference.replace('-', ''))} ${side} the target.`;
}
