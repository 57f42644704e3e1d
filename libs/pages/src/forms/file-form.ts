import type { Person } from '@daybook/identity';
import { Refusal, isRefusal, type Problem } from '@daybook/ledger';
import { asksForThePast, type Answer, type Page, type PagePosition, type Show, type Visit } from '../page';
import { counted } from '../wording/numbers';
import { afterCommand, type FormDoor, type Outcomes } from './after-command';
import { sentFile, type SentFile } from './sent-file';

/** Where a form with a file sends its command, and asks beforehand what would come of it. */
export interface FileDoor extends FormDoor {
  readonly dispatcher: FormDoor['dispatcher'] & {
    check<T>(person: Person, name: string, body: unknown): Promise<T | Refusal>;
  };
}

/** What is said once for all lines of a file, the file itself, and what was read in it. */
export interface FileGiven<Fields, Read> {
  readonly fields: Fields;
  readonly file: SentFile;
  readonly read: Read;
}

/** What a slice says of its form with a file; what happens, and in which order, is the same for all. */
export interface FileForm<Offer, Fields, Read, Checked> {
  readonly path: string;
  readonly command: string;
  /** The code for a file that comes back to be recorded and is not what was checked. */
  readonly changed: string;
  /** What to do where no file is chosen. */
  readonly choose: string;
  /** What the form offers; who may not record here is refused. */
  offered(visit: Visit): Promise<Offer>;
  notInThePast(visit: Visit, offer: Offer): Show;
  newFields(visit: Visit): Fields;
  readFields(form: Visit['form']): Fields;
  /** What is said once and cannot be left out. */
  missing(fields: Fields, offer: Offer): readonly Problem[];
  read(bytes: Uint8Array): Read | Refusal;
  /** The command's body, and the check's. */
  body(visit: Visit, given: FileGiven<Fields, Read>): object;
  /** The form, `file` the name of one that cannot be read. */
  show(visit: Visit, offer: Offer, fields: Fields, refusal?: Refusal, file?: string): Show;
  /** Every line, with what would come of it; `refused` is what the record said when it was to be recorded. */
  showChecked(
    visit: Visit,
    offer: Offer,
    given: FileGiven<Fields, Read>,
    checked: Checked,
    refused?: Refusal,
  ): Show;
  /** Where whoever recorded a file goes on. */
  whenRecorded(visit: Visit, offer: Offer): Omit<Outcomes, 'refused'>;
}

/**
 * A file in two steps: checked, every line with what would come of it; then recorded, all of it or nothing.
 * Between the two it travels in the check page, and what is recorded is what was checked.
 */
export function fileFormPages<
  Offer extends { readonly position: PagePosition },
  Fields extends { readonly commandId: string },
  Read extends { readonly sha256: string },
  Checked,
>(form: FileForm<Offer, Fields, Read, Checked>, door: FileDoor): readonly Page[] {
  const steps = new Steps(form, door);
  return [
    {
      method: 'GET',
      path: form.path,
      async answer(visit) {
        const offer = await form.offered(visit);
        return asksForThePast(visit, offer.position)
          ? form.notInThePast(visit, offer)
          : form.show(visit, offer, form.newFields(visit));
      },
    },
    {
      method: 'POST',
      path: form.path,
      takesFile: true,
      async answer(visit) {
        const offer = await form.offered(visit);
        if (asksForThePast(visit, offer.position)) return { ...form.notInThePast(visit, offer), status: 422 };
        return steps.take(visit, offer);
      },
    },
  ];
}

class Steps<
  Offer,
  Fields extends { readonly commandId: string },
  Read extends { readonly sha256: string },
  Checked,
> {
  constructor(
    private readonly form: FileForm<Offer, Fields, Read, Checked>,
    private readonly door: FileDoor,
  ) {}

  async take(visit: Visit, offer: Offer): Promise<Answer> {
    const { form } = this;
    const fields = form.readFields(visit.form);
    const file = sentFile(visit.form, visit.upload);
    const problems = [...form.missing(fields, offer)];
    if (!file) problems.push({ field: '/file', code: 'request.missing', message: form.choose });
    if (problems.length > 0 || !file) {
      const refusal = Refusal.of('request.invalid', 'Some answers are missing.', problems);
      return form.show(visit, offer, fields, refusal);
    }
    const read = form.read(file.bytes);
    if (isRefusal(read)) return form.show(visit, offer, fields, read, file.name);
    const given = { fields, file, read };
    return visit.form.action === 'record'
      ? this.record(visit, offer, given)
      : this.check(visit, offer, given);
  }

  private async check(
    visit: Visit,
    offer: Offer,
    given: FileGiven<Fields, Read>,
    refused?: Refusal,
  ): Promise<Show> {
    const { form, door } = this;
    const body = form.body(visit, given);
    const checked = await door.dispatcher.check<Checked>(visit.person, form.command, body);
    return isRefusal(checked)
      ? form.show(visit, offer, given.fields, checked, given.file.name)
      : form.showChecked(visit, offer, given, checked, refused);
  }

  /** Records what was checked, and nothing else: the file that comes back must be the same to the byte. */
  private async record(visit: Visit, offer: Offer, given: FileGiven<Fields, Read>): Promise<Answer> {
    const { form, door } = this;
    const { fields, file, read } = given;
    if (file.sha256 !== read.sha256) {
      const message = 'This is not the file that was checked. Choose it again.';
      return form.show(visit, offer, fields, new Refusal(form.changed, message));
    }
    const command = { name: form.command, id: fields.commandId, body: form.body(visit, given) };
    return afterCommand(door, visit.person, command, {
      ...form.whenRecorded(visit, offer),
      refused: (refusal, commandId) =>
        this.check(visit, offer, { ...given, fields: { ...fields, commandId } }, refusal),
    });
  }
}

/** The most problems that the summary on top links to; all of them stand at their lines. */
export const MOST_LINKED = 20;

/** A refusal for the summary on top: the first problems, and how many more there are. */
export function firstOf(refusal: Refusal): Refusal {
  const { code, message, fields } = refusal;
  if (fields.length <= MOST_LINKED) return refusal;
  const more = counted(fields.length - MOST_LINKED + notListed(refusal), 'thing');
  const rest: Problem = { field: '', code, message: `and ${more} more; the table below has them by line` };
  return new Refusal(code, message, false, [...fields.slice(0, MOST_LINKED), rest]);
}

/** What the form's table of problems takes: those that stand in a line of the file, and how many more. */
export function inTheFile(refusal: Refusal | undefined): {
  readonly problems: readonly Problem[];
  readonly more: number;
} {
  const problems = refusal?.fields.filter(({ detail }) => detail?.line !== undefined) ?? [];
  return { problems, more: notListed(refusal) };
}

/** How many problems of a file were found besides those that are listed. */
function notListed(refusal: Refusal | undefined): number {
  return typeof refusal?.detail.more === 'number' ? refusal.detail.more : 0;
}

/** What a check page says of the lines that cannot be recorded: the first ones, to link to, and how many more. */
export function badLines(lines: readonly number[]): {
  readonly bad: readonly number[];
  readonly more: number;
} {
  return { bad: lines.slice(0, MOST_LINKED), more: Math.max(0, lines.length - MOST_LINKED) };
}
