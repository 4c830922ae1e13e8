// What a person may do to messages and with what the app shows them, as deeds for the server.

import { readFields } from "./blocks.js";
import { ask } from "./modal.js";
import { aboutThread, asSent, item, typedAgain } from "./model.js";
import { togglePanel } from "./panel.js";

/** What every block needs to be drawn. */
export const base = ({ page, me, place, upload }) => ({
  names: page.names,
  here: place().at,
  confirm: (question) => ask(question, page.names),
  upload,
  fileUrl: ({ id }, how = {}) =>
    `/rehearsal/files/${encodeURIComponent(id)}?${new URLSearchParams({ as: me(), ...how })}`,
});

/** A message of the snapshot as the page draws it. */
export const toItem =
  (context, inThread, channel) =>
  ({ message, ephemeral }) =>
    item(message, context.page.names, context.me(), {
      inThread,
      ephemeral,
      userId: message.user,
      channel: channel.id,
      editing: context.page.editing === message.ts,
    });

/** Say something, or run it when it is a slash command (which threads do not take). */
export async function send(context, channel, typed, where, { files }) {
  const { page, deed } = context;
  const text = asSent(typed, page.names);
  const command = /^(\/[a-z][\w-]*)(?:\s+([\s\S]*))?$/.exec(text);
  if (command && !where.thread_ts)
    return deed("slash", { channel: channel.id, command: command[1], text: command[2] || "" });
  return deed("say", { channel: channel.id, text, files, ...where });
}

/** What messages may ask the page to do. */
export function messageContext(context, channel) {
  const { page, deed, go, redraw } = context;
  const at = (entry) => ({ channel: channel.id, ts: entry.ts });
  const stopEditing = () => {
    page.drafts.delete(page.editing);
    page.editing = "";
    redraw();
  };
  return {
    ...base(context),
    openThread: (thread) => {
      Object.assign(page, { opening: thread, opener: document.activeElement.dataset.focus });
      go({ at: channel.id, thread });
    },
    react: (entry, name, mine) => deed(mine ? "unreact" : "react", { ...at(entry), name }),
    startEditing: (entry) => {
      page.editing = entry.ts;
      redraw();
    },
    stopEditing,
    draft: (entry) => page.drafts.get(entry.ts) ?? typedAgain(entry.text),
    keepDraft: (entry, text) => page.drafts.set(entry.ts, text),
    saveEdit: async (entry, text) => {
      if (await deed("edit", { ...at(entry), text: asSent(text, page.names) })) stopEditing();
    },
    remove: async (entry) => {
      const sure = await ask(
        {
          title: "Delete this message?",
          text: "It goes for everybody. This cannot be undone.",
          confirm: "Delete",
          deny: "Keep it",
          style: "danger",
        },
        page.names,
      );
      if (sure) await deed("delete", at(entry));
    },
    redraw,
    wanted: context.place().ts,
    linkTo: (entry) => linkTo(context, entry),
    lookBehind: (entry) => togglePanel(context, "look", { at: channel.id, look: entry.ts }),
    aboutThread: (ts) => aboutThread(channel, ts),
    forMessage: (entry) => forMessage(context, entry, at(entry)),
  };
}

/** A link to one message: the address of the page there. */
function linkTo({ me }, { channel, ts, threadTs }) {
  const there = { at: channel, thread: threadTs && threadTs !== ts ? threadTs : "", ts };
  return { href: `#${new URLSearchParams({ as: me(), ...there })}`, data: { place: JSON.stringify(there) } };
}

function forMessage(context, entry, where) {
  const fields = new Map();
  return {
    ...base(context),
    level: 4,
    fields,
    kept: (blockId, actionId) => entry.values[blockId] && entry.values[blockId][actionId],
    act: (element, blockId, value) =>
      context.deed("click", {
        ...where,
        action_id: element.action_id,
        block_id: blockId,
        ...value,
        values: readFields(fields),
      }),
  };
}
