// Draws the page's few icons as lines. Each stands beside words, or has a name from whoever uses it.

const SVG = "http://www.w3.org/2000/svg";

const LINES = {
  reply: "M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 7",
  smile: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8.5 14.5a4.2 4.2 0 0 0 7 0M9 9.5v.01M15 9.5v.01",
  pencil: "m4 20 1-4L16.5 4.5l3 3L8 19zM14.5 6.5l3 3",
  bin: "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  hash: "M9.5 4 8 20M16 4l-1.5 16M4.5 9h16M3.5 15h16",
  home: "m4 11 8-7 8 7M6 9.5V20h12V9.5",
  chat: "M4 5h16v11H11l-5 4v-4H4z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2",
  people:
    "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M3 19c0-4 3-5.5 6-5.5s6 1.5 6 5.5M15.5 5.5a3 3 0 0 1 0 5.5M17 13.9c2.4.5 4 2 4 5.1",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6z",
  clip: "m19.5 11-7.6 7.6a4.6 4.6 0 0 1-6.5-6.5L13.5 4a3 3 0 0 1 4.3 4.3l-7.9 7.8a1.5 1.5 0 0 1-2.1-2.1L15 6.9",
  cross: "M6 6l12 12M18 6 6 18",
  page: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
};

export function icon(name) {
  const drawn = document.createElementNS(SVG, "svg");
  const line = document.createElementNS(SVG, "path");
  for (const [key, value] of [
    ["viewBox", "0 0 24 24"],
    ["class", "icon"],
    ["aria-hidden", "true"],
  ])
    drawn.setAttribute(key, value);
  line.setAttribute("d", LINES[name]);
  drawn.append(line);
  return drawn;
}
