// Draws pictures that the workspace holds; says in words what stays elsewhere or cannot be shown.

import { h } from "./dom.js";

/** The id of a slack_file, which names it by id or by address. */
const fileId = ({ id, url }) => id || (/\/files-pri\/([^/]+)/.exec(url || "") || [])[1] || "";

/** An image of a block. Those of other machines stay there: the page asks none for anything. */
export function picture(element, { fileUrl }) {
  const words = element.alt_text || "no description";
  if (!element.slack_file || !fileUrl) return inWords(`Picture: ${words}`);
  return shown(fileUrl({ id: fileId(element.slack_file) }, { show: 1 }), words);
}

/** A picture, or a line that says so where its file turns out to be none. */
export function shown(src, alt) {
  const image = h("img", { src, alt, loading: "lazy" });
  image.addEventListener("error", () =>
    image.replaceWith(inWords(`This picture cannot be shown: its file is not a picture. (${alt})`)),
  );
  return image;
}

const inWords = (words) => h("span", { class: "picture" }, words);
