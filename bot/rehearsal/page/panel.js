// Opens what stands beside the conversation, one panel at a time, and closes it again.

import { byId } from "./dom.js";
import { lookPanel } from "./look.js";
import { peoplePanel } from "./people.js";
import { timePanel } from "./timeline.js";
import { troublesPanel } from "./troubles.js";

const PANELS = { people: peoplePanel, time: timePanel, troubles: troublesPanel, look: lookPanel };

const kindOf = ({ place }) => (Object.hasOwn(PANELS, place().panel || "") ? place().panel : "");

/** Draw the panel that the address names, or none. */
export function drawPanel(context) {
  const kind = kindOf(context);
  const aside = byId("panel");
  const fresh = kind !== (aside.kind || "");
  aside.kind = kind;
  aside.hidden = !kind;
  document.body.classList.toggle("panel-open", Boolean(kind));
  for (const opener of document.querySelectorAll("[data-panel]"))
    opener.setAttribute("aria-expanded", String(opener.dataset.panel === kind));
  if (!kind) return leave(context);
  if (fresh) byId("panel-body").replaceChildren();
  byId("panel-title").textContent = PANELS[kind].title;
  PANELS[kind].draw(byId("panel-body"), context);
  if (context.page.enterPanel) byId("panel-title").focus();
  context.page.enterPanel = false;
}

/** Open a panel and go into it, or close it when it is the one that is open. */
export function togglePanel(context, panel, changes = {}) {
  const { page, place, go } = context;
  const open = place().panel === panel && Object.entries(changes).every(([name, value]) => place()[name] === value);
  if (open) return closePanel(context);
  page.enterPanel = true;
  return go({ panel, look: "", ...changes });
}

/** Close the panel; who closed it goes back to what opened it. */
export function closePanel({ page, place, go }) {
  page.left = place();
  go({ panel: "", look: "" });
}

/** What opened the panel may have been hidden by it: it has the focus once the panel is gone. */
function leave({ page }) {
  byId("panel-body").replaceChildren();
  if (!page.left) return;
  const { panel, look } = page.left;
  page.left = null;
  const openers =
    panel === "look"
      ? [...document.querySelectorAll("[data-focus='tool-Look behind']")].filter(
          (node) => node.closest("[data-ts]").dataset.ts === look,
        )
      : [...document.querySelectorAll("[data-panel]")].filter((node) => node.dataset.panel === panel);
  (openers.find((node) => node.checkVisibility()) || byId("messages")).focus();
}
