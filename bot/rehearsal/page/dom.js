// Makes and keeps elements. Data becomes text only through text nodes and properties.

/** An element. `props` are properties, except `class`, `data`, `aria`, `on` and `attrs`. */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "aria") setAll(node, value, "aria-");
    else if (name === "attrs") setAll(node, value, "");
    else if (name === "on") addAll(node, value);
    else node[name] = value;
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function setAll(node, values, prefix) {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) node.setAttribute(prefix + name, String(value));
  }
}

function addAll(node, listeners) {
  for (const [event, listener] of Object.entries(listeners)) node.addEventListener(event, listener);
}

/** Words for those who do not see the page, words of less weight, and what is pressed (and sends no form). */
export const unseen = (words) => h("span", { class: "unseen" }, words);
export const press = (props, ...children) => h("button", { type: "button", ...props }, ...children);
export const quiet = (tag, ...words) => h(tag, { class: "quiet" }, ...words);

export const byId = (id) => document.getElementById(id);

/**
 * Make `container` hold one node per item, known by its `key` or `id`. A node whose item looks the same stays as it is, so
 * that what somebody is typing or has focused survives news about other items.
 */
export function sync(container, items, build) {
  const old = new Map([...container.children].map((node) => [node.dataset.key, node]));
  const nodes = items.map((item) => {
    const key = String(item.key || item.id);
    const look = JSON.stringify(item);
    const kept = old.get(key);
    if (kept && kept.look === look) return kept;
    const node = build(item);
    node.dataset.key = key;
    node.look = look;
    if (kept) keepFocus(kept, node);
    return node;
  });
  const stay = new Set(nodes);
  for (const node of [...container.children]) if (!stay.has(node)) node.remove();
  let next = container.firstElementChild; // a node that is where it belongs is not moved: it would lose the focus
  for (const node of nodes) {
    if (node === next) next = next.nextElementSibling;
    else container.insertBefore(node, next);
  }
}

/** When `old` held the focus, its twin in `fresh` gets it once it is on the page. */
function keepFocus(old, fresh) {
  const held = old.contains(document.activeElement) ? document.activeElement.dataset.focus : null;
  if (!held) return;
  queueMicrotask(() => {
    const twin = [fresh, ...fresh.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === held);
    if (twin) twin.focus({ preventScroll: true });
  });
}
