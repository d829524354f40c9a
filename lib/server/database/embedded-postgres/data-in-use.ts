/** Says that another process uses the data folder, and what to do. */
export class DataInUse extends Error {
  override name = "DataInUse";
}
