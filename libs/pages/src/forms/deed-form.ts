import { Refusal, type Problem, type Receipt } from '@daybook/ledger';
import { errorSummary } from '../error-summary';
import { asksForThePast, type Answer, type Page, type PagePosition, type Show, type Visit } from '../page';
import { acknowledgedShow, afterCommand, pastShow, type FormDoor } from './after-command';
import {
  anchorOf,
  answersInWords,
  bodyOf,
  hiddenTyped,
  missingIn,
  readTyped,
  type Question,
  type Typed,
} from './deed-fields';

/**
 * What one person may record on one page, as data: the questions, the command that the answers become, and
 * the words around them. The form is filled in, checked in words, and recorded.
 */
export interface Deed {
  readonly position: PagePosition;
  readonly area: string;
  readonly command: string;
  /** What is done, in the imperative: "Claim that it is done". */
  readonly heading: string;
  /** What it is done to, above the heading. */
  readonly caption?: string;
  /** Sections of the page's title after the heading. */
  readonly title: readonly string[];
  readonly crumbs: readonly { readonly text: string; readonly href: string }[];
  /** Paragraphs before the questions. */
  readonly intro?: readonly string[];
  readonly questions: readonly Question[];
  readonly button: string;
  /** What is wrong with answers that only fit together. All other rules are kept when it is sent. */
  problems?(answers: Readonly<Record<string, unknown>>): readonly Problem[];
  /** What will be recorded, in a sentence. */
  sentence(answers: Readonly<Record<string, unknown>>): string;
  /** The command's body: the answers, and what was never asked. */
  body(answers: Readonly<Record<string, unknown>>): object;
  /** Where the person sees it once it is recorded. */
  recorded(receipt: Receipt, answers: Readonly<Record<string, unknown>>): string;
  /** Where to look where this server has not read it back yet. */
  readonly seen: { readonly href: string; readonly words: string };
  /** What one would do on this page now, for who looks at the past: "record a claim". */
  readonly toDo: string;
}

/**
 * The two ways in of a form. `deedOf` reads what the page is about and says what the visitor may do there;
 * it throws a RefusalError for who may not. What was `sent` may be on record already: it must not look at
 * what stands, or a form sent twice would be refused instead of leading to what it recorded.
 */
export function deedPages(
  path: string,
  deedOf: (visit: Visit, sent: boolean) => Promise<Deed>,
  door: FormDoor,
): readonly Page[] {
  return [
    {
      method: 'GET',
      path,
      async answer(visit) {
        const deed = await deedOf(visit, false);
        if (asksForThePast(visit, deed.position)) return past(deed);
        return formShow(deed, readTyped(deed.questions, {}, visit.query));
      },
    },
    {
      method: 'POST',
      path,
      async answer(visit) {
        const deed = await deedOf(visit, true);
        if (asksForThePast(visit, deed.position)) return { ...past(deed), status: 422 };
        const typed = readTyped(deed.questions, visit.form);
        const action = visit.form.action ?? 'check';
        if (action === 'submit') return submit(door, visit, deed, typed);
        if (action !== 'check') return formShow(deed, typed);
        const problems = [
          ...missingIn(deed.questions, typed),
          ...(deed.problems?.(bodyOf(deed.questions, typed)) ?? []),
        ];
        if (problems.length === 0) return checkShow(deed, typed);
        return formShow(
          deed,
          typed,
          Refusal.of('request.invalid', 'Some answers are missing or do not fit.', problems),
        );
      },
    },
  ];
}

async function submit(door: FormDoor, visit: Visit, deed: Deed, typed: Typed): Promise<Answer> {
  const answers = bodyOf(deed.questions, typed);
  const command = { name: deed.command, id: typed.commandId, body: deed.body(answers) };
  return afterCommand(door, visit.person, command, {
    recorded: (receipt) => deed.recorded(receipt, answers),
    acknowledged: () =>
      acknowledgedShow([deed.heading, ...deed.title], deed.position, {
        heading: 'It is recorded',
        where: deed.seen.href,
        whereWords: deed.seen.words,
      }),
    refused: (refusal, commandId) => formShow(deed, { ...typed, commandId }, refusal),
  });
}

function formShow(deed: Deed, typed: Typed, refusal?: Refusal): Show {
  const { area, heading, caption, crumbs, intro, questions, position } = deed;
  const errors = refusal && errorSummary(refusal, (id) => anchorOf(questions, id));
  return {
    ...(refusal && { status: 422, failed: true }),
    template: 'libs/pages/src/forms/deed-form.njk',
    title: [heading, ...deed.title],
    position,
    area,
    data: { heading, caption, crumbs, intro, questions, typed, errors, at: errors?.at ?? {} },
  };
}

function checkShow(deed: Deed, typed: Typed): Show {
  const { area, caption, crumbs, questions, position, button } = deed;
  return {
    template: 'libs/pages/src/forms/deed-check.njk',
    title: ['Check before recording', ...deed.title],
    position,
    area,
    data: {
      ...{ caption, crumbs, button },
      sentence: deed.sentence(bodyOf(questions, typed)),
      rows: answersInWords(questions, typed),
      hidden: hiddenTyped(typed),
    },
  };
}

function past({ heading, title, position, toDo }: Deed): Show {
  return pastShow([heading, ...title], position, { heading, toDo });
}
