/**
 * Looks whether there is news: every 15 seconds while the page is seen, less and less often up to a minute. The page is
 * complete without it. News reloads the page, unless somebody is writing: then it only says so.
 */
export const PORTAL_SCRIPT = `'use strict';
(() => {
  const { version, path } = document.body.dataset;
  const news = document.querySelector('.news');
  const answer = document.getElementById('answer');
  const photos = document.getElementById('photos');
  const isWriting = () => (answer && answer.value !== answer.defaultValue) || (photos && photos.files.length > 0);
  const SHORTEST = 15000;
  const LONGEST = 60000;
  let wait = SHORTEST;
  let timer;
  const next = () => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(look, wait);
  };
  async function look() {
    wait = Math.min(LONGEST, wait * 1.5);
    try {
      const reply = await fetch(path + '/version', { cache: 'no-store' });
      if (reply.ok && (await reply.json()).version !== version) {
        if (!isWriting()) return location.reload();
        news.hidden = false;
        return;
      }
    } catch {
      // No network: the next look may have one.
    }
    next();
  }
  document.addEventListener('visibilitychange', () => {
    wait = SHORTEST;
    next();
  });
  next();
})();
`;
