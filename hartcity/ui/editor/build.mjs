// Builds dist/ from source/. The same lock file gives the same bytes; a test compares them with what is committed.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
// The style travels as text inside the bundle, so it is made small by itself.
const smallStyles = {
  name: "small styles",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true, target: "es2022" });
      return { contents: code, loader: "text" };
    }),
};
await rm(dist, { recursive: true, force: true });
await mkdir(dist);
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { editor: "source/main.jsx", page: "source/page.js" },
  entryNames: "[name]-[hash]",
  outdir: "dist",
  bundle: true,
  minify: true,
  metafile: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  plugins: [smallStyles],
});
const bundled = new Set(
  Object.keys(metafile.inputs)
    .filter((path) => path.startsWith("node_modules/"))
    .map((path) => path.split("/").slice(1, path.split("/")[1].startsWith("@") ? 3 : 2).join("/")),
);
const notices = [];
for (const name of [...bundled].sort()) {
  const folder = join(here, "node_modules", name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  notices.push(`${name} ${version}\n\n${(await readFile(join(folder, "LICENSE"), "utf8")).trim()}\n`);
}
await writeFile(join(dist, "LICENSES.txt"), notices.join("\n\n"));

// What it was built from: a test sees without Node.js that nobody changed the source and forgot to build.
const digest = createHash("sha256");
const sources = (await readdir(join(here, "source"))).sort().map((name) => `source/${name}`);
for (const name of ["build.mjs", "package-lock.json", "package.json", ...sources]) {
  digest.update(`${name}\n`).update(await readFile(join(here, name)));
}
await writeFile(join(dist, "SOURCE.txt"), `${digest.digest("hex")}\n`);
