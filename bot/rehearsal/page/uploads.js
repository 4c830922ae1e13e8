// Lets people choose files and takes them in, one by one. Shares none: whoever sends a form or a message does.

import { h, press, quiet, unseen } from "./dom.js";
import { size } from "./files.js";

/** What is chosen so far: `list` is drawn from `files` ({id, name, size}); each can be left out again. */
function chosen(files, changed) {
  const list = h("ul", { class: "chosen" });
  const draw = () =>
    list.replaceChildren(
      ...files.map((file) =>
        h(
          "li",
          {},
          h("span", {}, file.name),
          quiet("span", size(file.size)),
          press({ class: "plain", on: { click: () => remove(file) } }, "Remove", unseen(` ${file.name}`)),
        ),
      ),
    );
  const remove = (file) => {
    files.splice(files.indexOf(file), 1);
    draw();
    changed();
  };
  draw();
  return { list, draw };
}

/** An input for files whose `upload(file)` gives {id}, or null when it was refused. */
export function filePicker({ label, upload, files, several, accept, changed }) {
  const { list, draw } = chosen(files, changed);
  const input = h("input", { type: "file", multiple: several, accept, aria: { label } });
  input.addEventListener("change", async () => {
    for (const file of [...input.files]) {
      const taken = await upload(file);
      if (taken) files.push({ id: taken.id, name: file.name, size: file.size });
      draw();
    }
    input.value = "";
    changed();
  });
  return { input, list, draw };
}

// Slack takes ten files unless the element says fewer.
const FILES_MAX = 10;

/** The file_input of a modal. */
export function fileInput(element, { label, kept, changed, upload }) {
  const files = [...((kept && kept.files) || [])];
  const read = () => ({
    type: element.type,
    files: files.map(({ id, name, size: bytes }) => ({ id, name, size: bytes })),
  });
  const several = (element.max_files || FILES_MAX) > 1;
  const accept = (element.filetypes || []).map((ending) => `.${ending}`).join(",");
  const { input, list } = filePicker({ label, upload, files, several, accept, changed: () => changed(read()) });
  return { node: h("div", { class: "picked" }, input, list), read, field: input };
}
