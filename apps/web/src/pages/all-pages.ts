import type { Dispatcher } from '@daybook/identity';
import type { Page } from '@daybook/pages';
import type { Readings } from '@daybook/runtime';
import { figuresPages, quotedInWords } from '@daybook/figures';
import { inspectionsPages } from '@daybook/inspections';
import { registerPages } from '@daybook/register';
import { saidWithFigure, scrutinyPages } from '@daybook/scrutiny';
import { changesOfAll } from './changes-of-all';
import { areaPage } from './area.page';
import { homePage } from './home.page';
import { ledgerFile, ledgerPage } from './ledger.page';
import { packFile, packPage } from './pack.page';
import { priorityPage } from './priority.page';
import { recordBytesPage, recordPage } from './record.page';
import { statusPage } from './status.page';

/** Every page of the site but the way in and out of it. */
export function allPages(
  readings: Readings,
  dispatcher: Dispatcher,
  waitForViews: (size: number) => Promise<boolean>,
): readonly Page[] {
  const door = { dispatcher, waitForViews };
  return [
    homePage(readings),
    areaPage(readings),
    ledgerPage(readings),
    ledgerFile(readings),
    recordPage(readings),
    recordBytesPage(readings),
    statusPage(readings),
    priorityPage(readings),
    packPage(readings),
    packFile(readings),
    ...registerPages(readings, door),
    ...figuresPages(readings, door, changesOfAll(readings), saidWithFigure(readings)),
    ...inspectionsPages(readings, door),
    ...scrutinyPages(readings, door, quotedInWords),
  ];
}
