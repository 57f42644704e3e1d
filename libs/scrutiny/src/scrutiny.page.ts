import type { FormDoor, Page } from '@daybook/pages';
import { actOnACommitmentPages } from './commitments/act-on-a-page/act-on-a-commitment.page';
import { makeCommitmentPages } from './commitments/act-on-a-page/make-commitment.page';
import type { CitedInWords } from './citing/cited.page';
import { leaningPage } from './citing/leaning.page';
import { commitmentPage } from './commitments/see-commitments/commitment.page';
import { commitmentsPage } from './commitments/see-commitments/commitments.page';
import { decisionFormPages } from './decisions/act-on-a-page/decision-forms.page';
import { recordDecisionPages } from './decisions/act-on-a-page/record-decision.page';
import { decisionPage } from './decisions/see-decisions/decision.page';
import { decisionsPage } from './decisions/see-decisions/decisions.page';
import { timelinePage } from './holding-to-account/timeline.page';
import { markScrutinyEntryPages } from './mark-scrutiny-entry-wrong/mark-entry.page';
import { callMeetingPages } from './meetings/act-on-a-page/call-meeting.page';
import { meetingFormPages } from './meetings/act-on-a-page/meeting-forms.page';
import { meetingPage } from './meetings/see-meetings/meeting.page';
import { meetingsPage } from './meetings/see-meetings/meetings.page';
import { askQuestionPages } from './questions/act-on-a-page/ask-question.page';
import { questionFormPages } from './questions/act-on-a-page/question-forms.page';
import { questionPage } from './questions/see-questions/question.page';
import { questionsPage } from './questions/see-questions/questions.page';
import type { ScrutinyReadings } from './readings.page';

/** The pages of this slice. `citedInWords` says a figure that was cited, whose words are another slice's. */
export function scrutinyPages(
  readings: ScrutinyReadings,
  door: FormDoor,
  citedInWords: CitedInWords,
): readonly Page[] {
  return [
    ...markScrutinyEntryPages(readings, door),
    decisionsPage(readings),
    ...recordDecisionPages(readings, door),
    decisionPage(readings, citedInWords),
    ...decisionFormPages(readings, door),
    timelinePage(readings),
    meetingsPage(readings),
    ...callMeetingPages(readings, door),
    meetingPage(readings),
    ...meetingFormPages(readings, door),
    questionsPage(readings),
    ...askQuestionPages(readings, door),
    questionPage(readings, citedInWords),
    ...questionFormPages(readings, door),
    leaningPage(readings, citedInWords),
    commitmentsPage(readings),
    ...makeCommitmentPages(readings, door),
    commitmentPage(readings, citedInWords),
    ...actOnACommitmentPages(readings, door),
  ];
}
