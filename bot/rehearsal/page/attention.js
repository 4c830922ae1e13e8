// Tells what arrived, goes where a link leads, and marks what was read. Draws nothing.

/** Tell those who do not see the page that something arrived. */
export function announce({ page, me }, line) {
  const all = page.seen.channels.flatMap((channel) =>
    [...channel.messages, ...(channel.ephemerals || [])].map((message) => ({ channel, message })),
  );
  const newest = all.reduce((latest, { message }) => (Number(message.ts) > Number(latest) ? message.ts : latest), "0");
  const fresh = all.filter(({ message }) => Number(message.ts) > Number(page.heard) && message.user !== me());
  if (page.heard && fresh.length) {
    const { channel, message } = fresh.at(-1);
    const where = channel.is_im ? "in your messages" : `in ${channel.name}`;
    line.textContent =
      fresh.length > 1
        ? `${fresh.length} new messages`
        : `New message from ${page.names.person(message.user)} ${where}`;
  }
  page.heard = newest;
}

/** Where a link to one message leads: to it, once. */
export function showPlace({ page, place }) {
  const { ts } = place();
  if (!ts || page.shownTs === ts) return;
  const node = [...document.querySelectorAll("[data-ts]")].findLast((each) => each.dataset.ts === ts);
  if (!node) return;
  page.shownTs = ts;
  node.tabIndex = -1;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
}

export function markRead({ deed }, channel) {
  if (channel && channel.unread && document.visibilityState === "visible") deed("read", { channel: channel.id });
}
