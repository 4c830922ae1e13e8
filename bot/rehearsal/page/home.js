// Draws the App Home, and tells the app that somebody opened it.

import { base } from "./acts.js";
import { readFields, renderBlocks } from "./blocks.js";
import { h, sync } from "./dom.js";
import { emptyHome } from "./welcome.js";

/** Tell the app that its home is on the screen: once, and again for somebody else. */
export function openHome({ page, deed, me }, there) {
  const at = there ? me() : "";
  if (at && at !== page.homeOf) deed("open_home", { tab: "home" });
  page.homeOf = at;
}

/** Draw what the app published for this person; what they entered meanwhile stays. */
export function drawHome(context, list) {
  const { page } = context;
  const here = `${context.me()}/home`;
  if (list.place !== here) {
    Object.assign(list, { place: here, fields: null, onscroll: null });
    list.replaceChildren();
  }
  const view = page.seen.home;
  const fields = new Map();
  const kept = { ...(view && view.values), ...(list.fields && readFields(list.fields)) };
  sync(list, [{ id: "home", hash: view ? view.hash : "" }], () => {
    list.fields = fields;
    if (!view) return emptyHome(page.seen.app);
    return h("div", { class: "blocks home" }, renderBlocks(view.blocks, homeContext(context, view, fields, kept)));
  });
}

const homeContext = (context, view, fields, kept) => ({
  ...base(context),
  fields,
  level: 3,
  kept: (blockId, actionId) => kept[blockId] && kept[blockId][actionId],
  act: (element, blockId, value) =>
    context.deed("click", {
      view_id: view.id,
      action_id: element.action_id,
      block_id: blockId,
      ...value,
      values: readFields(fields),
    }),
});
