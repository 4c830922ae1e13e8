// Opens the page's views in windows of several widths; notes what each says, what is wider than the
// place it has and, where the accessibility checker is served, what that finds.

const VIEWS = {
  channel: "at=C0STRATEGY",
  thread: "at=C0STRATEGY&thread=1767693700.000100",
  home: "at=home",
  people: "at=C0STRATEGY&panel=people",
  time: "at=C0STRATEGY&panel=time",
  troubles: "at=C0STRATEGY&panel=troubles",
  look: "at=C0STRATEGY&panel=look&look=1767693700.000100",
  modal: "as=U0HEALTH1&at=C0STRATEGY",
};
const READY = {
  people: ".choice",
  time: "#planned li",
  troubles: "#lately li",
  look: ".panel-body .log li",
  home: ".home",
  modal: "#modal[open] form",
  thread: "#replies article",
};
const PLACES = "html, #main, #conversation, #thread, #panel, #modal, .messages, .message, .input, .blocks, .composer, .top";

/** Everybody but the last view's person is the same. */
const viewOf = (view) => (VIEWS[view].startsWith("as=") ? VIEWS[view] : `as=U0POLICE1&${VIEWS[view]}`);

async function open(view, width) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `/#${viewOf(view)}`, width, height: 900 });
  document.body.append(frame);
  const ready = READY[view] || "#messages article";
  for (let tries = 0; tries < 200 && !frame.contentDocument.querySelector(ready); tries += 1)
    await fetch("/rehearsal/people");
  if (!frame.contentDocument.querySelector(ready)) throw new Error(`${view} is not drawn`);
  return frame;
}

function tooWide(page) {
  const wide = [...page.querySelectorAll(PLACES)].filter(
    (node) => node.clientWidth && node.scrollWidth > node.clientWidth,
  );
  return wide.map((node) => node.id || node.className || node.tagName);
}

/** What the checker finds, or null where it is not served. */
async function faults(frame) {
  const page = frame.contentDocument;
  const script = page.createElement("script");
  const loaded = new Promise((resolve) => {
    script.onload = () => resolve(true);
    script.onerror = () => resolve(false);
  });
  script.src = "/axe.js";
  page.head.append(script);
  if (!(await loaded)) return null;
  const { violations } = await frame.contentWindow.axe.run(page, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

const found = { wide: {}, faults: {}, said: {}, dark: matchMedia("(prefers-color-scheme: dark)").matches };
const widths = new URLSearchParams(location.search).get("widths").split(",");
try {
  for (const view of Object.keys(VIEWS)) {
    for (const width of widths) {
      const frame = await open(view, width);
      found.wide[`${view} ${width}`] = tooWide(frame.contentDocument);
      found.faults[`${view} ${width}`] = await faults(frame);
      const panel = frame.contentDocument.querySelector("#panel:not([hidden])");
      found.said[view] = panel ? panel.textContent.replace(/\s+/g, " ") : "";
      frame.remove();
    }
  }
} catch (failure) {
  found.failure = failure.message;
}
document.documentElement.dataset.driven = JSON.stringify(found);
