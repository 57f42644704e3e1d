/*
 * The one script of the pages: "3 new records since you opened this page". It listens to the stream of
 * records from the page's ledger size on, while the page can be seen, and changes nothing but its own line.
 * Without it, and where the server has no stream to spare, every page works as it does with it.
 */
(() => {
  'use strict';
  /** More than this are not counted: whoever left the page open that long reloads it anyway. */
  const MOST = 999;
  /** Records come in bursts, and a screen reader reads every change of the line. */
  const CALM_MS = 1000;

  const line = document.querySelector('[data-records-since]');
  if (!line || !('EventSource' in window)) return;
  const since = Number(line.dataset.recordsSince);
  let next = since;
  let source;
  let timer;

  const say = () => {
    timer = undefined;
    const count = next - since;
    const many = count > MOST;
    const link = document.createElement('a');
    link.className = 'govuk-link';
    link.href = location.pathname + location.search;
    link.textContent = 'Show the page with them';
    const words = many
      ? `More than ${MOST} new records`
      : `${count} new ${count === 1 ? 'record' : 'records'}`;
    line.replaceChildren(`${words} since you opened this page. `, link);
    if (many) close();
  };

  const heard = (event) => {
    const index = Number(event.lastEventId);
    if (!(index >= next)) return;
    next = index + 1;
    timer ??= setTimeout(say, CALM_MS);
  };

  const open = () => {
    if (source || next - since > MOST || document.visibilityState !== 'visible') return;
    source = new EventSource(`/api/v1/events/stream?from=${next}`);
    source.addEventListener('record', heard);
  };

  const close = () => {
    source?.close();
    source = undefined;
  };

  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'visible' ? open() : close(),
  );
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', open);
  open();
})();
