// Makes the front end: node build.mjs FOLDER. Third-party code comes from node_modules and never enters the repository.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { convert } from "fontverter";
import * as sass from "sass";
import subset from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, "node_modules");
const out = resolve(process.argv[2] ?? join(here, "../yimen/public/static/yimen"));
const papers = resolve(process.argv[3] ?? join(here, "../yimen/papers/fonts"));

// Compiled first: a mistake in a sheet leaves the last good build where it is.
const sheets = ["public", "desk", "visits", "call"].map((sheet) => [
  sheet,
  sass.compile(join(here, `sass/${sheet}.scss`), { style: "compressed", loadPaths: [packages], quietDeps: true }).css,
]);

rmSync(out, { recursive: true, force: true });
for (const folder of ["fonts", "map", "licences"]) mkdirSync(join(out, folder), { recursive: true });

for (const [sheet, css] of sheets) {
  // A variable's fallback is for a sheet that does not set it; ours sets them all in _tokens.scss.
  writeFileSync(join(out, `${sheet}.css`), css.replace(/var\((--govuk-[a-z-]+-colour), *#[0-9a-f]{3,8}\)/g, "var($1)"));
}

const font = "@fontsource/noto-serif-tibetan";
const letters = readFileSync(join(packages, font, "files/noto-serif-tibetan-tibetan-400-normal.woff2"));
writeFileSync(join(out, "fonts/noto-serif-tibetan.woff2"), letters);
// The switch names Tibetan on every page: these few letters alone are 2 KB.
writeFileSync(join(out, "fonts/switch.woff2"), await subset(letters, "བོད་ཡིག", { targetFormat: "woff2" }));

// For papers as PDF: whole fonts, because a word in letters of two pieces would be set in two fonts. Only what a paper
// uses of them goes into it. They lie beside the code, not among the static files, for no browser asks for them.
const hanzi = "@expo-google-fonts/noto-serif-sc";
rmSync(papers, { recursive: true, force: true });
mkdirSync(papers, { recursive: true });
writeFileSync(join(papers, "NotoSerifTibetan-Regular.ttf"), await convert(letters, "truetype"));
cpSync(join(packages, hanzi, "400Regular/NotoSerifSC_400Regular.ttf"), join(papers, "NotoSerifSC-Regular.ttf"));
cpSync(join(packages, hanzi, "LICENSE_FONT"), join(papers, "NotoSerifSC.txt"));
cpSync(join(packages, font, "LICENSE"), join(papers, "NotoSerifTibetan.txt"));

cpSync(join(packages, "leaflet/dist/leaflet.css"), join(out, "map/leaflet.css"));
cpSync(join(packages, "leaflet/dist/images"), join(out, "map/images"), { recursive: true });
const leaflet = readFileSync(join(packages, "leaflet/dist/leaflet.js"), "utf8");
writeFileSync(join(out, "map/leaflet.js"), leaflet.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n")); // we ship no map file

// Draws maps whose tiles are no pictures; asked for only where the town has such a map, and somebody opens it.
const drawing = readFileSync(join(packages, "protomaps-leaflet/dist/protomaps-leaflet.js"), "utf8");
writeFileSync(join(out, "map/draw.js"), drawing.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));

// Draws under a finger or a pen; only the page on which an agreement is signed asks for it.
const pad = readFileSync(join(packages, "signature_pad/dist/signature_pad.umd.min.js"), "utf8");
writeFileSync(join(out, "pad.js"), pad.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n"));

cpSync(join(here, "js"), out, { recursive: true });
cpSync(join(here, "images"), out, { recursive: true });

for (const [name, file] of [["govuk-frontend", "LICENSE.txt"], ["leaflet", "LICENSE"], ["protomaps-leaflet", "LICENSE"], ["signature_pad", "LICENSE"], [font, "LICENSE"]]) {
  const from = [file, "LICENSE", "LICENSE.txt", "LICENCE", "package.json"].map((f) => join(packages, name, f));
  const text = from.map((f) => { try { return readFileSync(f, "utf8"); } catch { return ""; } }).find(Boolean);
  writeFileSync(join(out, "licences", `${name.split("/").pop()}.txt`), text);
}
