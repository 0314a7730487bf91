/** A compiled module: workerd and its bundlers resolve the import, nothing is compiled at run time. */
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
