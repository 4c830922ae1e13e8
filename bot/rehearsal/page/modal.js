// Shows the top of a person's stack of modals, keeps what they typed, and asks before danger.

import { readFields, renderBlocks } from "./blocks.js";
import { byId, h } from "./dom.js";
import { plain, textNodes } from "./text.js";

const shown = { id: "", hash: "", fields: new Map() };

/** Draw `view` (or nothing) in the dialog. `context`: names, act, submit(values), close(), confirm. */
export function drawModal(view, context) {
  const dialog = byId("modal");
  if (!view) {
    shown.id = "";
    if (dialog.open) dialog.close();
    return;
  }
  if (view.id === shown.id && view.hash === shown.hash) return;
  const typed = view.id === shown.id ? readFields(shown.fields) : view.values || {};
  Object.assign(shown, { id: view.id, hash: view.hash, fields: new Map() });
  dialog.replaceChildren(form(view, typed, context));
  dialog.oncancel = (event) => {
    event.preventDefault();
    context.close(view);
  };
  if (!dialog.open) dialog.showModal();
}

function form(view, typed, context) {
  const blocks = renderBlocks(view.blocks || [], {
    ...context,
    level: 3,
    fields: shown.fields,
    kept: (blockId, actionId) => typed[blockId] && typed[blockId][actionId],
  });
  const summary = h("p", { class: "error", attrs: { role: "alert" }, hidden: true });
  const close = h(
    "button",
    { type: "button", on: { click: () => context.close(view) } },
    plain(view.close) || "Close",
  );
  const send = view.submit && h("button", { class: "primary" }, textNodes(view.submit, context.names));
  return h(
    "form",
    {
      noValidate: true,
      on: {
        submit: async (event) => {
          event.preventDefault();
          if (send) send.disabled = true;
          try {
            showErrors(await context.submit(view, readFields(shown.fields)), summary);
          } finally {
            if (send) send.disabled = false;
          }
        },
      },
    },
    h("h2", { id: "modal-title" }, textNodes(view.title, context.names)),
    h("div", { class: "modal-body" }, blocks),
    summary,
    h("div", { class: "actions end" }, close, send),
  );
}

/** Say beside each input what is wrong with it, and go to the first. */
function showErrors(errors, summary) {
  const found = Object.keys(errors);
  const fields = [...shown.fields.values()].filter((field) => field.error);
  for (const { blockId, error, node } of fields) {
    error.textContent = errors[blockId] || "";
    error.hidden = !errors[blockId];
    node.setAttribute("aria-invalid", String(blockId in errors));
  }
  const unplaced = found
    .filter((id) => !fields.some((field) => field.blockId === id))
    .map((id) => errors[id]);
  summary.textContent = unplaced.join(" ");
  summary.hidden = !unplaced.length;
  const first = fields.find(({ blockId }) => blockId in errors);
  if (first) (first.node.tagName === "FIELDSET" ? first.node.querySelector("input") : first.node).focus();
}

/** What is in the inputs of the modal on the screen. */
export const modalValues = () => readFields(shown.fields);

/** A question in a dialog of its own; resolves to true for yes. */
export function ask({ title, text, confirm, deny, style }, names) {
  const dialog = byId("ask");
  return new Promise((resolve) => {
    const answer = (yes) => () => {
      dialog.close();
      resolve(yes);
    };
    dialog.oncancel = () => resolve(false);
    dialog.replaceChildren(
      h("h2", { id: "ask-title" }, textNodes(title, names)),
      h("div", { class: "modal-body" }, textNodes(text, names)),
      h(
        "div",
        { class: "actions end" },
        h("button", { type: "button", on: { click: answer(false) } }, plain(deny) || "Cancel"),
        h(
          "button",
          { type: "button", class: style || "primary", on: { click: answer(true) } },
          plain(confirm) || "Yes",
        ),
      ),
    );
    dialog.showModal();
  });
}
