/** Where a draft has its page: whoever sends a command that is held is shown it there. */
export function draftPath(area: string, draft: string): string {
  return `/${area}/returns/drafts/${draft}`;
}
