/** The build of exifr that knows JPEG and Exif only: no names of tags, no imports of Node modules at load. */
declare module "exifr/dist/mini.esm.mjs" {
  export { parse } from "exifr";
}
