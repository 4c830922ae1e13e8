// The box in which a person writes, one for the channel and one for the thread; keeps drafts and files.

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { sends } from "./message.js";
import { filePicker } from "./uploads.js";

const drafts = new Map();

/**
 * Make `form` a composer for the place named `key`. `closed` is a sentence when nobody may write
 * here; `also` labels a box that sends a reply to the channel too; `hint` is said beside it;
 * `upload(file)` takes a file in; `send(text, {also, files})` posts it.
 */
export function composer(form, { key, label, closed, also, hint, upload, send }) {
  Object.assign(form, { send, upload });
  const look = JSON.stringify([key, label, closed, also, hint]);
  if (form.look === look) return;
  const box = form.querySelector("textarea");
  if (box) drafts.set(form.key, box.value);
  Object.assign(form, { look, key });
  form.replaceChildren(...(closed ? [h("p", { class: "quiet closed" }, closed)] : writing(form, label, also, hint)));
}

function writing(form, label, also, hint) {
  const files = [];
  const box = h("textarea", {
    id: `${form.id}-box`,
    rows: 1,
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
  const { input, list, draw } = filePicker({
    label: "Add files",
    upload: (file) => form.upload(file),
    files,
    several: true,
    changed: () => box.focus(),
  });
  const tick = also && h("input", { type: "checkbox" });
  form.onsubmit = (event) => post(event, form, box, tick, files, draw);
  return [
    h("label", { htmlFor: box.id, class: "unseen" }, label),
    h(
      "div",
      { class: "writing" },
      box,
      list,
      h(
        "div",
        { class: "composer-foot" },
        h("label", { class: "attach", title: "Add files" }, icon("clip"), input),
        also && h("label", { class: "also" }, tick, also),
        hint && h("span", { class: "quiet keys" }, hint),
        h("button", { class: "primary" }, "Send"),
      ),
    ),
  ];
}

/** Send what is written, once; it stays in the box when it was refused. */
async function post(event, form, box, tick, files, draw) {
  event.preventDefault();
  const text = box.value.trim();
  if ((!text && !files.length) || form.busy) return;
  form.busy = true;
  const sent = await form.send(text, { also: Boolean(tick && tick.checked), files: files.map(({ id }) => id) });
  form.busy = false;
  if (!sent) return;
  box.value = "";
  if (tick) tick.checked = false;
  files.length = 0;
  draw();
  drafts.delete(form.key);
}
