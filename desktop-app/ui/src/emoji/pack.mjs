// Packs emoji pictures into sheets: node pack.mjs OUT_FOLDER (after: npm install emoji-datasource-google@16.0.0 sharp).
// N.png: SIDE x SIDE cells of EDGE pixels with a clear GAP around each, in the order of emoji.index.
// emoji.index: one line each: code points, category, name (variants: neither).
import { createRequire } from "node:module";
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import sharp from "sharp";

const EDGE = 48;
const GAP = 2;
const SIDE = 8;
const COLOURS = Number(process.env.COLOURS ?? 256);
const CELL = EDGE + 2 * GAP;
const require = createRequire(import.meta.url);
const root = require.resolve("emoji-datasource-google/package.json").replace("package.json", "");
const out = process.argv[2];
const list = JSON.parse(readFileSync(root + "emoji.json", "utf8"))
  .filter((e) => e.has_img_google)
  .sort((a, b) => a.sort_order - b.sort_order);

const lines = [];
const files = [];
const add = (entry, category, name) => {
  const file = root + "img/google/64/" + entry.image;
  if (!existsSync(file)) return;
  files.push(file);
  lines.push([entry.unified, category, name].join("\t"));
};
for (const emoji of list) {
  add(emoji, emoji.category, emoji.short_name.replaceAll(/[_-]/g, " "));
  for (const variant of Object.values(emoji.skin_variations ?? {})) add(variant, "", "");
}

let total = 0;
const perSheet = SIDE * SIDE;
for (let first = 0; first < files.length; first += perSheet) {
  const cells = await Promise.all(
    files.slice(first, first + perSheet).map(async (file, i) => ({
      input: await sharp(file).resize(EDGE, EDGE).png().toBuffer(),
      left: (i % SIDE) * CELL + GAP,
      top: Math.floor(i / SIDE) * CELL + GAP,
    })),
  );
  const blank = { width: SIDE * CELL, height: SIDE * CELL, channels: 4, background: "#00000000" };
  const sheet = await sharp({ create: blank }).composite(cells).png().toBuffer();
  const packed = await sharp(sheet)
    .png({ palette: true, colours: COLOURS, dither: 0.4, effort: 10, compressionLevel: 9 })
    .toBuffer();
  writeFileSync(`${out}/${first / perSheet}.png`, packed);
  total += packed.length;
}
writeFileSync(out + "/emoji.index", lines.join("\n") + "\n");
console.log(lines.length, "pictures,", total, "bytes");
