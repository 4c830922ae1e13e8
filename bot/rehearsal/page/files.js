// Draws a file of a message: what it is, a picture or a preview where a browser can show one, a download.

import { h, quiet, unseen } from "./dom.js";
import { icon } from "./icons.js";
import { shown } from "./pictures.js";

const PICTURES = new Set(["png", "jpg", "jpeg", "gif"]);
const KINDS = { pdf: "PDF", docx: "Word document", csv: "Table (CSV)", html: "Page (HTML)", ics: "Calendar" };

/** A file's name, size and what can be done with it. */
export function fileCard(file, { fileUrl }) {
  const name = file.title || file.name;
  const address = fileUrl(file, { show: 1 });
  const kind = (file.filetype || "").toLowerCase();
  const about = [KINDS[kind] || kind.toUpperCase(), size(file.size)].filter(Boolean).join(", ");
  return h(
    "div",
    { class: "file", attrs: { role: "group" }, aria: { label: `File: ${name}` } },
    PICTURES.has(kind) && shown(address, file.alt_txt || `Picture: ${name}`),
    h(
      "p",
      { class: "file-head" },
      icon("page"),
      h("span", {}, h("strong", {}, name), " ", quiet("span", about)),
      h("a", { href: fileUrl(file), download: file.name }, "Download", unseen(` ${name}`)),
    ),
    kind === "pdf" && preview(name, address),
  );
}

/** Opened only when asked for: a channel may hold many. */
function preview(name, url) {
  const place = h("div", { class: "preview" });
  const show = (open) =>
    place.replaceChildren(
      ...(open ? [h("iframe", { src: `${url}#navpanes=0&view=FitH`, title: `Preview of ${name}` })] : []),
    );
  return h(
    "details",
    { on: { toggle: (event) => show(event.target.open) } },
    h("summary", { data: { focus: "preview" } }, "Preview", unseen(` of ${name}`)),
    place,
  );
}

export const size = (bytes) => {
  if (!bytes) return "";
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
};
