// Opens the page in windows of several widths and notes what is wider than the place it has.

const PLACES = "html, #main, #thread, #modal, .messages, .message, .input, .blocks, .composer";

async function measure(width) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: `/${location.hash}`, width, height: 900 });
  document.body.append(frame);
  const page = () => frame.contentDocument;
  while (!page().querySelector("#messages article") || !page().querySelector("#modal[open] form")) {
    await fetch("/rehearsal/people");
  }
  const places = [...page().querySelectorAll(PLACES)];
  const wide = places.filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth);
  return wide.map((node) => node.id || node.className || node.tagName);
}

const found = {};
for (const width of [320, 700, 1280]) found[width] = await measure(width);
document.documentElement.dataset.driven = JSON.stringify(found);
