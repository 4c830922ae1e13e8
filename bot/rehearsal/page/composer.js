// The box in which a person writes, one for the channel and one for the thread; keeps drafts.

import { h } from "./dom.js";
import { sends } from "./message.js";

const drafts = new Map();

/**
 * Make `form` a composer for the place named `key`. `closed` is a sentence when nobody may write
 * here; `also` labels a box that sends a reply to the channel too; `send(text, also)` posts it.
 */
export function composer(form, { key, label, closed, also, send }) {
  form.send = send;
  const look = JSON.stringify([key, label, closed, also]);
  if (form.look === look) return;
  const box = form.querySelector("textarea");
  if (box) drafts.set(form.key, box.value);
  Object.assign(form, { look, key });
  form.replaceChildren(
    ...(closed ? [h("p", { class: "quiet closed" }, closed)] : writing(form, label, also)),
  );
}

function writing(form, label, also) {
  const box = h("textarea", {
    id: `${form.id}-box`,
    rows: 2,
    placeholder: label,
    value: drafts.get(form.key) || "",
    on: {
      keydown: (event) => {
        if (!sends(event)) return;
        event.preventDefault();
        form.requestSubmit();
      },
    },
  });
  const tick = also && h("input", { type: "checkbox" });
  form.onsubmit = async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text || form.busy) return;
    form.busy = true;
    const sent = await form.send(text, Boolean(tick && tick.checked));
    form.busy = false;
    if (!sent) return;
    box.value = "";
    if (tick) tick.checked = false;
    drafts.delete(form.key);
  };
  return [
    h("label", { htmlFor: box.id, class: "unseen" }, label),
    box,
    h(
      "div",
      { class: "composer-foot" },
      also
        ? h("label", { class: "also" }, tick, also)
        : h("span", { class: "quiet keys" }, "Enter sends, Shift and Enter starts a new line"),
      h("button", { class: "primary" }, "Send"),
    ),
  ];
}
