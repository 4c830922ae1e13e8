// Shows the top of a person's stack of modals, keeps what they typed, and asks before danger.

import { readFields, renderBlocks } from "./blocks.js";
import { byId, h, press, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { plain, textNodes } from "./text.js";

const shown = { id: "", hash: "", fields: new Map() };

// What the page says when the app took no notice of a form; Slack's own client says much the same.
const TROUBLE = {
  no_answer: "The app did not answer in time. What you wrote is still here: you can try again.",
  refused: "The app answered with something that cannot be shown. What you wrote is still here.",
};

/** Draw `views` (the stack, or nothing) in the dialog. `context`: names, act, submit, close, confirm. */
export function drawModal(views, context) {
  const dialog = byId("modal");
  const view = views.at(-1);
  if (!view) {
    shown.id = "";
    if (dialog.open) dialog.close();
    return;
  }
  if (view.id === shown.id && view.hash === shown.hash) return;
  const typed = view.id === shown.id ? readFields(shown.fields) : view.values || {};
  const held = dialog.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  const other = view.id !== shown.id;
  Object.assign(shown, { id: view.id, hash: view.hash, fields: new Map() });
  dialog.replaceChildren(form(view, views.length, typed, context));
  dialog.oncancel = (event) => {
    event.preventDefault();
    context.close(view, false);
  };
  if (!dialog.open) dialog.showModal();
  enter(dialog, other ? null : held);
}

/** A view that takes another's place takes the focus too: where it was, or at the first thing to do,
 * which is not scrolled to: a new view is read from its beginning, as in Slack. */
function enter(dialog, held) {
  const same = held && [...dialog.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === held);
  if (same) return same.focus();
  const first = dialog.querySelector("[autofocus], .modal-body :is(input, select, textarea, button)");
  (first || dialog).focus({ preventScroll: true });
  dialog.scrollTo(0, 0);
}

function form(view, depth, typed, context) {
  const blocks = renderBlocks(view.blocks || [], {
    ...context,
    level: 3,
    fields: shown.fields,
    kept: (blockId, actionId) => typed[blockId] && typed[blockId][actionId],
  });
  const summary = h("p", { class: "error", attrs: { role: "alert" }, hidden: true });
  const close = press(
    { on: { click: () => context.close(view, false) } },
    plain(view.close) || (depth > 1 ? "Back" : "Close"),
  );
  const send = view.submit && h("button", { class: "primary" }, textNodes(view.submit, context.names));
  return h(
    "form",
    { noValidate: true, on: { submit: (event) => submit(event, view, send, summary, context) } },
    h(
      "header",
      { class: "modal-head" },
      h("h2", { id: "modal-title" }, textNodes(view.title, context.names)),
      press(
        { class: "plain", title: "Close", on: { click: () => context.close(view, true) } },
        icon("cross"),
        unseen(depth > 1 ? "Close all" : "Close this"),
      ),
    ),
    h("div", { class: "modal-body blocks" }, blocks),
    summary,
    h("div", { class: "actions end" }, close, send),
  );
}

async function submit(event, view, send, summary, context) {
  event.preventDefault();
  if (!send || send.disabled) return;
  send.disabled = true;
  try {
    const came = await context.submit(view, readFields(shown.fields));
    if (came) showErrors(came.errors || {}, TROUBLE[came.result], summary);
  } finally {
    send.disabled = false;
  }
}

/** Say beside each input what is wrong with it, and go to the first. */
function showErrors(errors, trouble, summary) {
  const fields = [...shown.fields.values()].filter((field) => field.error);
  for (const { blockId, error, node, field = node } of fields) {
    error.textContent = errors[blockId] || "";
    error.hidden = !errors[blockId];
    field.setAttribute("aria-invalid", String(blockId in errors));
  }
  const places = new Set(fields.map(({ blockId }) => blockId));
  const unplaced = Object.keys(errors).filter((id) => !places.has(id));
  summary.textContent = [trouble, ...unplaced.map((id) => errors[id])].filter(Boolean).join(" ");
  summary.hidden = !summary.textContent;
  const first = fields.find(({ blockId }) => blockId in errors);
  if (first) focusable(first).focus();
}

const focusable = ({ node, field = node }) => (field.tagName === "FIELDSET" ? field.querySelector("input") : field);

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
      h("header", { class: "modal-head" }, h("h2", { id: "ask-title" }, textNodes(title, names))),
      h("div", { class: "modal-body" }, h("div", { class: "text" }, textNodes(text, names))),
      h(
        "div",
        { class: "actions end" },
        press({ on: { click: answer(false) } }, plain(deny) || "Cancel"),
        press({ class: style || "primary", on: { click: answer(true) } }, plain(confirm) || "Yes"),
      ),
    );
    dialog.showModal();
  });
}
