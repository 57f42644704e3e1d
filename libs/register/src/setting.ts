import { settingRules } from '@daybook/provenance';

/** Dates, whose act, papers: as every slice reads them, with refusals of this one. */
export const { readEffectiveOn, readSetting, dayOf, refused } = settingRules('register');
