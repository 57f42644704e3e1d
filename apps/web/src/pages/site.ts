import { mayCommandIn, publicReader, type Person } from '@daybook/identity';
import type { Refusal } from '@daybook/ledger';
import {
  inThePast,
  nameOf,
  navigation,
  openTemplates,
  pageTitle,
  positionQuery,
  provenance,
  timeBar,
  withQuery,
  type LedgerFacts,
  type PagePosition,
  type PageView,
  type Show,
  type TimeProblem,
  type Upload,
  type Visit,
} from '@daybook/pages';
import type { Readings } from '@daybook/runtime';

export interface SiteSettings {
  readonly readings: Readings;
  readonly now: () => Date;
  /** Addresses of the style sheet, and of the script that tells of new records. */
  readonly styles: string;
  readonly script: string;
  readonly canSignIn: boolean;
  /** Sentences for the top of every page, where there are any. */
  readonly demonstration?: string;
}

/** What of a request the layout needs besides the visit. */
export interface Around {
  /** Makes the token of this visitor's forms; asked only by a page that has one. */
  readonly csrf: () => string;
  readonly problem?: TimeProblem;
  /** Nobody can say who asks: sessions belong to the addresses of pages. */
  readonly stranger?: true;
}

/** Puts pages into the layout that all of them share. */
export class Site {
  private readonly templates = openTemplates();

  constructor(private readonly settings: SiteSettings) {}

  async render(show: Show, visit: Visit, around: Around): Promise<string> {
    const { styles, script, now, canSignIn, demonstration } = this.settings;
    const area = show.area ?? visit.params.area ?? (await this.onlyArea(visit.person));
    const { position, own } = show;
    const bar =
      position && timeBar(visit, position, await this.factsAt(position), around.problem, own?.sizes);
    const page: PageView = {
      title: pageTitle(show, bar),
      styles,
      area,
      areaName: area && nameOf(area),
      navigation: navigation(visit, area),
      ...(!around.stranger && { person: visit.person }),
      canSignIn: canSignIn && visit.path !== '/sign-in',
      mayRecord: area !== undefined && mayCommandIn(visit.person, 'submit-return', area),
      demonstration,
      timeBar: bar,
      // A page that was sent a form shows what was typed, which asking for it again would lose.
      ...(bar &&
        !bar.past &&
        Object.keys(visit.form).length === 0 && {
          newRecords: { script, since: show.position?.latest ?? 0 },
        }),
      provenance: provenance(visit.path, visit.query, show, now()),
      get csrf() {
        return around.csrf();
      },
    };
    return this.templates.render(show.template, { ...show.data, page, link: visit.link });
  }

  /**
   * The area of whoever is signed in, or the only one on record: pages of the whole ledger keep its
   * navigation.
   */
  private async onlyArea({ areas }: Person): Promise<string | undefined> {
    if (areas !== '*' && areas.length === 1) return areas[0];
    const { items } = await this.settings.readings.areas(publicReader, {}).catch(() => ({ items: [] }));
    return items.length === 1 ? items[0]?.id : undefined;
  }

  /** What the words of a past position need to know of the ledger. */
  private async factsAt(position: PagePosition): Promise<LedgerFacts> {
    if (!inThePast(position)) return { knownThen: position.latest };
    const { readings } = this.settings;
    const { asOf, latest } = position;
    const [then, first] = await Promise.all([
      readings.position({ asOf, basisAt: asOf }),
      latest > 0 ? readings.record(publicReader, 0) : undefined,
    ]);
    const firstRecordedAt = first && !first.restricted ? first.record.recordedAt : undefined;
    return { knownThen: then.basis, ...(firstRecordedAt && { firstRecordedAt }) };
  }
}

const HEADINGS: Readonly<Record<number, string>> = {
  403: 'You cannot do this',
  404: 'Not on record',
  405: 'This page cannot be asked for in that way',
  409: 'This conflicts with what is on record',
  422: 'This cannot be read as it was asked',
  503: 'Not ready yet',
};

/** A refusal as a page: what happened, what to do, and the code small below. */
export function errorShow(status: number, refusal: Refusal, position: PagePosition | undefined): Show {
  const strayed = refusal.code === 'request.no-such-address';
  const broken = status >= 500 && status !== 503;
  const heading = strayed
    ? 'Page not found'
    : broken
      ? 'Something broke here'
      : (HEADINGS[status] ?? 'This did not work');
  return {
    status,
    template: 'apps/web/src/pages/error.njk',
    title: [heading],
    failed: status !== 404,
    ...(position && { position }),
    data: { heading, message: refusal.message, code: refusal.code, status },
  };
}

/** A visit from what a request says of itself. */
export function visitOf(request: {
  readonly url: string;
  readonly params?: unknown;
  readonly body?: unknown;
  readonly upload?: Upload | undefined;
  readonly person: Person;
}): Visit {
  const [path = '/', search = ''] = request.url.split('?');
  const {
    'as-of': asOf,
    basis,
    ...query
  } = Object.fromEntries(new URLSearchParams(search)) as Record<string, string>;
  const at = { ...(asOf && { asOf }), ...(basis && { basis }) };
  return {
    person: request.person,
    path,
    params: (request.params ?? {}) as Record<string, string>,
    query,
    form: (request.body ?? {}) as Record<string, string>,
    ...(request.upload && { upload: request.upload }),
    at,
    link: (to, more = {}) => withQuery(to, { ...more, ...positionQuery(at) }),
  };
}

/** The same visit at another position. */
export function placed(visit: Visit, at: Visit['at'], query = visit.query): Visit {
  return { ...visit, at, query, link: (to, more = {}) => withQuery(to, { ...more, ...positionQuery(at) }) };
}
