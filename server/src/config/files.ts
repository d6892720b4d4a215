/** How a shell gets at files. It names them as it likes, by paths or URIs, as long as one file has one name. Nothing here throws. */
export interface Files {
  /** The text of a file, without a byte order mark; undefined where it cannot be read. */
  read(file: string): Promise<string | undefined>;
  /** The file that a path stands for which is written in another file. */
  beside(file: string, path: string): string;
  /** A file or a source as one would write its path, with `/`, in another file. */
  pathFrom(file: string, other: string): string;
}
